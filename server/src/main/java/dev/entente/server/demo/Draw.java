package dev.entente.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/// Drawing lots, always the same for one seed. Not thread-safe.
final class Draw {
  private final SplittableRandom random;

  Draw(SplittableRandom random) {
    this.random = random;
  }

  /// True so many times in a hundred; never below 0, always from 100 on.
  boolean chance(double percent) {
    return random.nextDouble(100) < percent;
  }

  /// A whole number, both ends included.
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /// A number of mean 0 and deviation 1.
  double normal() {
    return random.nextGaussian();
  }

  /// @throws IllegalArgumentException if the list is empty
  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// At most `count` different places of a list, in any order.
  <T> List<T> several(List<T> choices, int count) {
    List<T> rest = new ArrayList<>(choices);
    List<T> drawn = new ArrayList<>();
    while (drawn.size() < count && !rest.isEmpty()) {
      drawn.add(rest.remove(random.nextInt(rest.size())));
    }
    return drawn;
  }

  /// One choice, each as often as its weight says.
  ///
  /// @throws IllegalArgumentException if no weight is above 0
  <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
    int sum = 0;
    for (T choice : choices) {
      sum += weight.applyAsInt(choice);
    }
    int left = random.nextInt(sum);
    for (T choice : choices) {
      left -= weight.applyAsInt(choice);
      if (left < 0) {
        return choice;
      }
    }
    throw new IllegalArgumentException("a weight is negative");
  }
}
