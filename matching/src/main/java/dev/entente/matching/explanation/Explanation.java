package dev.entente.matching.explanation;

import java.util.List;

/// A number and where it comes from: a tree that can be computed again from its leaves.
///
/// A [Calculation] is given no value, it works it out from its parts, so no explanation can fail to
/// add up. Terms are stable codes in camel case; whoever shows them translates.
public sealed interface Explanation {
  /// What the number is, such as `matchedSkills`.
  String term();

  /// The number, in the unit that the term's criterion documents.
  long value();

  /// A leaf: something counted, or a constant of the specification.
  ///
  /// @param evidence what was counted, copied; empty for a constant or a zero
  record Fact(String term, long value, List<Evidence> evidence) implements Explanation {
    public Fact {
      evidence = List.copyOf(evidence);
    }
  }

  /// A number worked out from others. Immutable.
  final class Calculation implements Explanation {
    private final String term;
    private final Operation operation;
    private final List<Explanation> parts;
    private final long value;

    /// @param parts as many as the operation takes, in the order it reads them; copied
    /// @throws IllegalArgumentException if the operation takes another number of parts
    public Calculation(String term, Operation operation, List<Explanation> parts) {
      if (!operation.takes(parts.size())) {
        throw new IllegalArgumentException(
            "%s takes another number of parts than %d: %s"
                .formatted(operation, parts.size(), term));
      }
      this.term = term;
      this.operation = operation;
      this.parts = List.copyOf(parts);
      value = operation.apply(this.parts.stream().mapToLong(Explanation::value).toArray());
    }

    @Override
    public String term() {
      return term;
    }

    /// How the value comes from the parts.
    public Operation operation() {
      return operation;
    }

    /// The numbers it is worked out from, in the order the operation reads them.
    public List<Explanation> parts() {
      return parts;
    }

    @Override
    public long value() {
      return value;
    }
  }

  /// A number of the specification, or one that needs no evidence.
  static Explanation constant(String term, long value) {
    return new Fact(term, value, List.of());
  }

  /// A number that was counted.
  static Explanation fact(String term, long value, List<? extends Evidence> evidence) {
    return new Fact(term, value, List.copyOf(evidence));
  }

  /// The parts added; at least one.
  static Explanation sum(String term, List<Explanation> parts) {
    return new Calculation(term, Operation.SUM, parts);
  }

  /// The parts added; at least one.
  static Explanation sum(String term, Explanation... parts) {
    return sum(term, List.of(parts));
  }

  /// The parts multiplied; at least one.
  static Explanation product(String term, Explanation... parts) {
    return new Calculation(term, Operation.PRODUCT, List.of(parts));
  }

  /// One part less another.
  static Explanation difference(String term, Explanation from, Explanation taken) {
    return new Calculation(term, Operation.DIFFERENCE, List.of(from, taken));
  }

  /// One part divided by another, half up.
  static Explanation quotient(String term, Explanation dividend, Explanation divisor) {
    return new Calculation(term, Operation.ROUNDED_QUOTIENT, List.of(dividend, divisor));
  }

  /// The least of the parts; at least one.
  static Explanation minimum(String term, Explanation... parts) {
    return new Calculation(term, Operation.MINIMUM, List.of(parts));
  }

  /// The greatest of the parts; at least one.
  static Explanation maximum(String term, Explanation... parts) {
    return new Calculation(term, Operation.MAXIMUM, List.of(parts));
  }
}
