package dev.entente.matching.explanation;

import dev.entente.matching.arithmetic.Cosine;
import dev.entente.matching.arithmetic.Rounding;
import java.util.Arrays;

/// How the value of a [Explanation.Calculation] comes from the values of its parts, in their order.
public enum Operation {
  /// The parts added.
  SUM(1, Integer.MAX_VALUE) {
    @Override
    long apply(long... parts) {
      return Arrays.stream(parts).sum();
    }
  },
  /// The parts multiplied.
  PRODUCT(1, Integer.MAX_VALUE) {
    @Override
    long apply(long... parts) {
      return Arrays.stream(parts).reduce(1L, (a, b) -> a * b);
    }
  },
  /// The first part less the second.
  DIFFERENCE(2, 2) {
    @Override
    long apply(long... parts) {
      return parts[0] - parts[1];
    }
  },
  /// The first part divided by the second, half up.
  ROUNDED_QUOTIENT(2, 2) {
    @Override
    long apply(long... parts) {
      return Rounding.halfUp(parts[0], parts[1]);
    }
  },
  /// The least part.
  MINIMUM(1, Integer.MAX_VALUE) {
    @Override
    long apply(long... parts) {
      return Arrays.stream(parts).min().orElseThrow();
    }
  },
  /// The greatest part.
  MAXIMUM(1, Integer.MAX_VALUE) {
    @Override
    long apply(long... parts) {
      return Arrays.stream(parts).max().orElseThrow();
    }
  },
  /// `first · t / √(a·b)`, half up, for the parts `first`, `t`, `a`, `b`; 0 when `t` is 0.
  ROUNDED_COSINE(4, 4) {
    @Override
    long apply(long... parts) {
      return Cosine.rounded(parts[0], parts[1], parts[2], parts[3]);
    }
  };

  private final int fewest;
  private final int most;

  Operation(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  boolean takes(int parts) {
    return parts >= fewest && parts <= most;
  }

  abstract long apply(long... parts);
}
