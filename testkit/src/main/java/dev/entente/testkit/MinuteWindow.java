package dev.entente.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The requests of the last sixty seconds. Not shared by threads.
final class MinuteWindow {
  private static final Duration LENGTH = Duration.ofSeconds(60);

  private final int most;
  private final Deque<Instant> taken = new ArrayDeque<>();

  MinuteWindow(int most) {
    this.most = most;
  }

  /// Takes a place, if there is one.
  ///
  /// @return empty if it is taken; otherwise how long it is until a place is free
  Optional<Duration> take(Instant now) {
    while (!taken.isEmpty() && !taken.peekFirst().plus(LENGTH).isAfter(now)) {
      taken.removeFirst();
    }
    if (taken.size() < most) {
      taken.addLast(now);
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, taken.peekFirst().plus(LENGTH)));
  }
}
