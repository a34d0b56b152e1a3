package dev.entente.benchmarks.pool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/// Chance for one candidate or posting: the same seed and number draw the same. Not thread-safe.
final class Draw {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int HIGHEST_SCORE = 10_000;
  private static final int SPREAD_OF_SCORES = 1_500;

  private final SplittableRandom random;

  Draw(long seed, int number) {
    random = new SplittableRandom((seed << 32) ^ (number * SPREAD));
  }

  long below(long bound) {
    return random.nextLong(bound);
  }

  /// From `least` to `most`, both possible.
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// A score around a mean, in hundredths of a point.
  int scoreAround(int mean) {
    long score = Math.round(random.nextGaussian(mean, SPREAD_OF_SCORES));
    return Math.clamp(score, 0, HIGHEST_SCORE);
  }

  /// As many different ones as asked for; the source must be able to give them.
  static Set<Integer> distinct(int count, IntSupplier source) {
    Set<Integer> drawn = new LinkedHashSet<>();
    while (drawn.size() < count) {
      drawn.add(source.getAsInt());
    }
    return drawn;
  }
}
