package dev.entente.durable.engine;

import java.time.Duration;

/// How often an instance looks for what has changed of functions. Immutable.
///
/// @param refreshing what other instances have registered
/// @param retrying an app that could not be asked yet
/// @param syncing the other apps
record Pace(Duration refreshing, Duration retrying, Duration syncing) {
  static final Pace USUAL =
      new Pace(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(1));
}
