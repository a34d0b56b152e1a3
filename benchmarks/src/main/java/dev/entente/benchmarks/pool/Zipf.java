package dev.entente.benchmarks.pool;

import java.util.Arrays;

/// Ranks from 0 on, of which rank `r` comes up `1 / (r + 1)` as often as rank 0. Immutable.
final class Zipf {
  private static final long FIRST = 1L << 40;

  private final long[] upTo;

  /// @param ranks how many there are, at least 1
  Zipf(int ranks) {
    upTo = new long[ranks];
    long sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += FIRST / (rank + 1);
      upTo[rank] = sum;
    }
  }

  int ranks() {
    return upTo.length;
  }

  int draw(Draw draw) {
    long point = draw.below(upTo[upTo.length - 1]);
    int found = Arrays.binarySearch(upTo, point + 1);
    return found >= 0 ? found : -found - 1;
  }
}
