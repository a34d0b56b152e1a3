package dev.entente.durable.store;

import java.time.Instant;
import java.util.Optional;

/// What else is known of why a run is there, beside its event. Immutable.
public sealed interface RunOrigin {
  /// An event that triggers its function, or somebody who asked for it.
  record Sent() implements RunOrigin {}

  /// An instant of a cron.
  ///
  /// @param isLate whether nobody was there at that instant
  /// @param missed earlier instants that nobody was there for
  record Scheduled(Instant instant, boolean isLate, int missed) implements RunOrigin {}

  /// A step of another run, which waits for it.
  record Invoked(String runId, String hash) implements RunOrigin {}

  /// A run that is done once more.
  ///
  /// @param from the hash of the step that it begins at; empty to begin at the start
  record Rerun(String runId, Optional<String> from) implements RunOrigin {}
}
