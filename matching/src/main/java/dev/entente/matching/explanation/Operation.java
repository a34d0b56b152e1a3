package dev.entente.matching.explanation;

import java.util.List;

/// How the value of a [Calculation] comes from the values of its parts, in their order.
public enum Operation {
  /// The parts added.
  SUM {
    @Override
    long apply(List<Long> parts) {
      return parts.stream().mapToLong(Long::longValue).sum();
    }
  },
  /// The parts multiplied.
  PRODUCT {
    @Override
    long apply(List<Long> parts) {
      return parts.stream().reduce(1L, (a, b) -> a * b);
    }
  },
  /// The first part less the second.
  DIFFERENCE {
    @Override
    long apply(List<Long> parts) {
      return parts.get(0) - parts.get(1);
    }
  },
  /// The first part divided by the second, half up.
  ROUNDED_QUOTIENT {
    @Override
    long apply(List<Long> parts) {
      return Rounding.halfUp(parts.get(0), parts.get(1));
    }
  },
  /// The least part.
  MINIMUM {
    @Override
    long apply(List<Long> parts) {
      return parts.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
  },
  /// The greatest part.
  MAXIMUM {
    @Override
    long apply(List<Long> parts) {
      return parts.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
  },
  /// `first · t / √(a·b)`, half up, for the parts `first`, `t`, `a`, `b`; 0 when `t` is 0.
  ROUNDED_COSINE {
    @Override
    long apply(List<Long> parts) {
      return Cosine.rounded(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }
  };

  abstract long apply(List<Long> parts);
}
