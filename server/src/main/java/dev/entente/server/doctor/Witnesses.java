package dev.entente.server.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Other clocks that checks have seen on their way. Shared by threads.
public final class Witnesses {
  private final List<Witness> all = new CopyOnWriteArrayList<>();

  /// A clock that was seen.
  ///
  /// @param name whose it is, in words of the user
  /// @param deviation by how much it certainly differs from ours, positive if it is ahead of ours
  public record Witness(String name, Duration deviation) {}

  /// Notes what a clock said while ours went on.
  ///
  /// @param before ours, when it was asked
  /// @param theirs what it said, at its earliest
  /// @param grain by how much what it said may have been later
  /// @param after ours, when the answer was there
  public void saw(String name, Instant before, Instant theirs, Duration grain, Instant after) {
    all.add(new Witness(name, deviation(before, theirs, theirs.plus(grain), after)));
  }

  // What the way of the answer took, or the rounding, is no difference.
  private static Duration deviation(Instant before, Instant from, Instant to, Instant after) {
    if (from.isAfter(after)) {
      return Duration.between(after, from);
    }
    return to.isBefore(before) ? Duration.between(before, to) : Duration.ZERO;
  }

  /// All that were seen so far.
  List<Witness> all() {
    return List.copyOf(all);
  }
}
