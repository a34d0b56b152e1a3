package dev.entente.documents;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One value of a document with its place and the list that its problems go to.
record Value(JsonNode node, Pointer pointer, Problems problems) {
  /// The value of a field that is there.
  Value at(String name) {
    return new Value(node.get(name), pointer.child(name), problems);
  }

  /// An element of this list.
  Value at(int index) {
    return new Value(node.get(index), pointer.child(index), problems);
  }

  /// Reports a problem with this value and gives the empty result of a reading that failed.
  <T> Optional<T> wrong(Problem.Kind kind, Object... arguments) {
    problems.add(pointer, kind, arguments);
    return Optional.empty();
  }

  /// Reports that this value is not what it must be, and shows it.
  <T> Optional<T> not(Problem.Kind kind) {
    return wrong(kind, Quoted.of(node));
  }
}
