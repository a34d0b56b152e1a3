package dev.entente.server.alerts;

import dev.entente.server.channels.Alert;
import dev.entente.server.channels.Channel;
import java.time.Duration;
import java.util.List;

/// One try to tell an alert on a channel.
///
/// @param number from 1; above [#MOST] only where an instance died in the last one
record Attempt(Alert alert, Channel.Kind channel, int number) {
  // Longer than any attempt takes, then about twice as long each time: for 32 hours, so that
  // somebody who mends the receiver on the next day is told.
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(16));

  /// How often it is tried.
  static final int MOST = DELAYS.size() + 1;

  /// When the next one is due, counted from the beginning of this.
  Duration delay() {
    return number < MOST ? DELAYS.get(number - 1) : DELAYS.getFirst();
  }
}
