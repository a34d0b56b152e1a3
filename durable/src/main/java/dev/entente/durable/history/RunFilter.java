package dev.entente.durable.history;

import dev.entente.durable.store.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which runs are listed: those for which all of it holds. Immutable; the set is copied.
///
/// @param functionId with the app's id before it
/// @param statuses any of them; none means all
/// @param appId the app whose function it is
/// @param times when they were queued
/// @param eventId the event that started them
/// @param rerunOf the run that they repeat
/// @param before only older ones than this run: the last of the page before
public record RunFilter(
    Optional<String> functionId,
    Set<RunStatus> statuses,
    Optional<String> appId,
    TimeRange times,
    Optional<String> eventId,
    Optional<String> rerunOf,
    Optional<String> before) {
  /// All runs.
  public static final RunFilter ALL =
      new RunFilter(
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          TimeRange.ALWAYS,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public RunFilter {
    statuses = Set.copyOf(statuses);
  }

  /// The same of one function.
  public RunFilter ofFunction(String id) {
    return new RunFilter(Optional.of(id), statuses, appId, times, eventId, rerunOf, before);
  }

  /// The same with one of these statuses.
  public RunFilter in(RunStatus... any) {
    return new RunFilter(
        functionId, Set.copyOf(List.of(any)), appId, times, eventId, rerunOf, before);
  }

  /// The same of one app.
  public RunFilter ofApp(String id) {
    return new RunFilter(functionId, statuses, Optional.of(id), times, eventId, rerunOf, before);
  }

  /// The same, queued at this time or later.
  public RunFilter from(Instant time) {
    TimeRange range = times.from(time);
    return new RunFilter(functionId, statuses, appId, range, eventId, rerunOf, before);
  }

  /// The same, queued before this time.
  public RunFilter until(Instant time) {
    TimeRange range = times.until(time);
    return new RunFilter(functionId, statuses, appId, range, eventId, rerunOf, before);
  }

  /// The same, started by this event.
  public RunFilter ofEvent(String id) {
    return new RunFilter(functionId, statuses, appId, times, Optional.of(id), rerunOf, before);
  }

  /// The same, repeating this run.
  public RunFilter rerunsOf(String runId) {
    return new RunFilter(functionId, statuses, appId, times, eventId, Optional.of(runId), before);
  }

  /// The same on the next page.
  ///
  /// @param runId the last one of the page before; it need not exist any more
  public RunFilter before(String runId) {
    return new RunFilter(functionId, statuses, appId, times, eventId, rerunOf, Optional.of(runId));
  }
}
