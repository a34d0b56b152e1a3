package dev.entente.durable.engine;

import java.util.Optional;

/// What has come of doing many runs once more. Immutable.
///
/// @param started how many run again
/// @param refused how many do not
/// @param reason why the first of these does not, in words
public record Reruns(int started, int refused, Optional<String> reason) {
  static final Reruns NONE = new Reruns(0, 0, Optional.empty());

  Reruns withStarted() {
    return new Reruns(started + 1, refused, reason);
  }

  Reruns withRefused(String why) {
    return new Reruns(started, refused + 1, reason.or(() -> Optional.of(why)));
  }
}
