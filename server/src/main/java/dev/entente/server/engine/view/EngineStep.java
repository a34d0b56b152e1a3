package dev.entente.server.engine.view;

import dev.entente.durable.history.StepStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step of a run, as the engine keeps it. Immutable; the list is copied.
///
/// @param id as the function names it, such as `open-run` or `chunk-3`
/// @param plannedAt since when it could have begun
/// @param startedAt of its first attempt; null if none has begun
/// @param endedAt null while it has not ended
/// @param attempts that have ended, oldest first; of a step that invokes another function, those of
///   the run that it has invoked; none where a run began behind it
public record EngineStep(
    String id,
    StepStatus status,
    Instant plannedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<Attempt> attempts) {
  public EngineStep {
    attempts = List.copyOf(attempts);
  }

  /// One try of a step. Immutable.
  ///
  /// @param number from 1
  /// @param instance the process that made it
  /// @param error null if it gave a result, or nobody knows because its process died
  public record Attempt(
      int number, String instance, Instant startedAt, Instant endedAt, @Nullable StepError error) {}

  /// What an attempt, or a whole run, failed of. Immutable.
  ///
  /// @param stack null where none is known
  public record StepError(String name, String message, @Nullable String stack) {}
}
