package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The fields of one object, read by name: each problem is reported once, where it is, and reading
/// goes on. Not thread-safe.
final class Fields {
  private final JsonNode object;
  private final Pointer pointer;
  private final Problems problems;
  private final int problemsBefore;
  private final Set<String> known = new LinkedHashSet<>();

  /// @param value an object
  Fields(Value value) {
    object = value.node();
    pointer = value.pointer();
    problems = value.problems();
    problemsBefore = problems.count();
  }

  /// Reads a field that may be absent; `null` is absent.
  <T> Optional<T> optional(String name, ValueReader<T> reader) {
    return present(name).flatMap(reader::read);
  }

  /// Reads a field that must be there.
  <T> Optional<T> required(String name, ValueReader<T> reader) {
    Optional<Value> value = present(name);
    if (value.isEmpty()) {
      problems.add(pointer.child(name), Kind.MISSING);
    }
    return value.flatMap(reader::read);
  }

  /// Reads a list that may be absent, which is an empty one.
  <T> List<T> list(String name, int limit, ValueReader<T> reader) {
    return optional(name, value -> elements(value, limit, reader)).orElse(List.of());
  }

  /// Reads a list that must be there, but may be empty.
  <T> List<T> requiredList(String name, int limit, ValueReader<T> reader) {
    return required(name, value -> elements(value, limit, reader)).orElse(List.of());
  }

  /// Tells whether a list is absent or has no element, right or wrong.
  boolean isEmptyList(String name) {
    return present(name)
        .filter(value -> !value.node().isArray() || !value.node().isEmpty())
        .isEmpty();
  }

  /// Tells whether a list is there and has no element.
  boolean isPresentAndEmpty(String name) {
    return present(name)
        .filter(value -> value.node().isArray() && value.node().isEmpty())
        .isPresent();
  }

  /// Reports a problem with a field.
  void wrong(String name, Kind kind, Object... arguments) {
    problems.add(pointer.child(name), kind, arguments);
  }

  /// Reports the fields that nobody asked for, and makes the object's value if nothing is wrong
  /// with it.
  <T> Optional<T> finish(Supplier<T> made) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        wrong(name, Kind.UNKNOWN_FIELD, String.join(" ", known));
      }
    }
    return problems.count() == problemsBefore ? Optional.of(made.get()) : Optional.empty();
  }

  private Optional<Value> present(String name) {
    known.add(name);
    JsonNode node = object.get(name);
    return node == null || node.isNull()
        ? Optional.empty()
        : Optional.of(new Value(node, pointer.child(name), problems));
  }

  private static <T> Optional<List<T>> elements(Value list, int limit, ValueReader<T> reader) {
    if (!list.node().isArray()) {
      return list.not(Kind.NOT_A_LIST);
    }
    if (list.node().size() > limit) {
      return list.wrong(Kind.TOO_MANY, limit, list.node().size());
    }
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < list.node().size(); i++) {
      reader.read(list.at(i)).ifPresent(elements::add);
    }
    return Optional.of(elements);
  }

  /// Makes a reader of objects from a reader of their fields.
  static <T> ValueReader<T> of(ObjectReader<T> reader) {
    return value -> Values.object(value).flatMap(object -> reader.read(new Fields(value)));
  }

  /// Reads one kind of object; empty exactly if it reported a problem.
  interface ObjectReader<T> {
    Optional<T> read(Fields fields);
  }
}
