package dev.entente.durable.history;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Optional;

/// All that is kept of a run, but its log. Immutable; the lists are copied.
///
/// @param event the one that started it; empty only if somebody has deleted it by hand
/// @param output what its function returned, once it is completed
/// @param error what it failed of, with stack and causes
/// @param steps in the order in which they ended, then those that have not, as they were planned
/// @param attempts of its steps and of the function between them, in the order in which they ended;
///   of more than 10,000 the newest
public record RunDetail(
    RunSummary run,
    Optional<EventDetail> event,
    Optional<Json> output,
    Optional<ErrorReport> error,
    List<StepView> steps,
    List<AttemptView> attempts) {
  public RunDetail {
    steps = List.copyOf(steps);
    attempts = List.copyOf(attempts);
  }

  /// Those of the attempts here that are of one of its steps, oldest first.
  ///
  /// @param hash of the step
  public List<AttemptView> attemptsOf(String hash) {
    return attempts.stream()
        .filter(attempt -> attempt.stepHash().filter(hash::equals).isPresent())
        .toList();
  }
}
