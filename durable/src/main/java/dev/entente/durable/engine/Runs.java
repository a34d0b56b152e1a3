package dev.entente.durable.engine;

import dev.entente.durable.call.StepKind;
import dev.entente.durable.history.AttemptView;
import dev.entente.durable.history.Following;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.RunNotEndedException;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.history.ToldRun;
import dev.entente.durable.history.query.RunFollower;
import dev.entente.durable.history.query.RunHistory;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.log.KeptLine;
import dev.entente.durable.log.LogSearch;
import dev.entente.durable.log.LogStore;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.RunStatus;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.StepTable;
import dev.entente.durable.store.StepTable.NamedStep;
import dev.entente.durable.store.StoredEvent;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What functions do and have done. Shared by threads.
public final class Runs {
  private final Units units;
  private final Registry registry;
  private final Starts starts;
  private final Ends ends;
  private final RunHistory history;
  private final BulkRuns bulk;
  private final RunFollower follower;
  private final LogStore logs;

  Runs(Units units, Registry registry, Starts starts, Ends ends, Database database) {
    this.units = units;
    this.registry = registry;
    this.starts = starts;
    this.ends = ends;
    history = new RunHistory(database);
    bulk = new BulkRuns(history);
    follower = new RunFollower(database);
    logs = new LogStore(database);
  }

  /// Lists runs, newest first.
  ///
  /// @param most `1..1_000`
  /// @throws IllegalArgumentException if it is not
  public List<RunSummary> list(RunFilter filter, int most) {
    return history.list(filter, most);
  }

  /// The runs that an event has started, newest first.
  public List<RunSummary> ofEvent(String eventId) {
    return history.ofEvent(eventId);
  }

  /// The runs with these ids, newest first, with what started each and what it failed of; an id
  /// that no run has is passed over.
  public List<ToldRun> tell(Collection<String> ids) {
    return history.tell(ids);
  }

  /// A run with its steps and attempts, the newest 10,000 of these.
  public Optional<RunDetail> find(String runId) {
    return history.find(runId);
  }

  /// Where a run stands, without all that is kept of it.
  public Optional<RunStatus> status(String runId) {
    return units.get(unit -> RunTable.find(unit.transaction(), runId)).map(RunRow::status);
  }

  /// The lines that a run's steps have logged, in their order; the newest 5,000 are kept.
  ///
  /// @param afterId of the last one that is known; 0 for all
  /// @param most `1..1_000`
  /// @return none if there is no such run
  /// @throws IllegalArgumentException if `most` is not in its range
  public List<KeptLine> logs(String runId, long afterId, int most) {
    return logs.list(runId, afterId, most);
  }

  /// The lines of a run and of those that it has invoked, in the order in which they were kept: a
  /// line that is kept later has a greater id.
  ///
  /// @param afterId of the last one that is known; 0 for all
  /// @param most `1..1_000`
  /// @return none if there is no such run
  /// @throws IllegalArgumentException if `most` is not in its range
  public List<KeptLine> logsWithInvoked(String runId, long afterId, int most) {
    return logs.listWithInvoked(runId, afterId, most);
  }

  /// Looks for lines among those of a run and of those that it has invoked.
  ///
  /// @return none if there is no such run
  public List<KeptLine> searchLogs(String runId, LogSearch search) {
    return logs.search(runId, search);
  }

  /// The attempts of the runs that a run has invoked, by the id of each, oldest first; the newest
  /// 10,000 of all.
  public Map<String, List<AttemptView>> attemptsOfInvoked(String runId) {
    return history.attemptsOfInvoked(runId);
  }

  /// Tells a listener of a run: at once, whenever anything of it has changed, and for the last time
  /// when it has ended.
  ///
  /// The listener is called by a thread of its own, one call after the other. If it throws, it is
  /// told nothing more, and the log has a warning. A database that fails is asked again.
  ///
  /// @param every how often the database is asked, at least 10 milliseconds; each change reads the
  ///   whole run once more, so that a second or more suits one of thousands of steps
  /// @return ends it; to be closed even if the run has ended
  /// @throws RefusedException if there is no such run
  /// @throws IllegalArgumentException if `every` is too short
  public Following follow(String runId, Duration every, Consumer<RunDetail> listener) {
    return follower
        .follow(runId, every, listener)
        .orElseThrow(() -> RefusedException.unknownRun(runId));
  }

  /// Waits for the end of a run.
  ///
  /// @param most how long; zero or less looks once
  /// @throws RunNotEndedException if it has not ended by then, or the thread was interrupted, whose
  ///   flag is set again
  /// @throws RefusedException if there is no such run
  public RunDetail await(String runId, Duration most) {
    return follower.await(runId, most).orElseThrow(() -> RefusedException.unknownRun(runId));
  }

  /// Cancels a run. The step that is being run is not interrupted; its result is not kept.
  ///
  /// @param reason who wants it and why, in words
  /// @throws RefusedException if there is no such run, or it has ended
  public void cancel(String runId, String reason) {
    units.run(
        unit -> {
          RunRow run = get(unit, runId);
          if (!ends.end(unit, run, RunEnd.cancelled(reason))) {
            throw RefusedException.over(runId, get(unit, runId).status());
          }
        });
  }

  /// Cancels all runs of a filter that go on, newest first, each in a commit of its own. What ends
  /// or begins meanwhile is left alone.
  ///
  /// @param filter of its statuses only QUEUED and RUNNING count
  /// @param reason who wants it and why, in words
  /// @return how many were cancelled
  public int cancelAll(RunFilter filter, String reason) {
    return bulk.cancel(filter, runId -> units.get(unit -> cancel(unit, runId, reason)));
  }

  private boolean cancel(Unit unit, String runId, String reason) {
    return RunTable.find(unit.transaction(), runId)
        .filter(run -> ends.end(unit, run, RunEnd.cancelled(reason)))
        .isPresent();
  }

  private static RunRow get(Unit unit, String runId) {
    return RunTable.find(unit.transaction(), runId)
        .orElseThrow(() -> RefusedException.unknownRun(runId));
  }

  /// Does a run once more, from the start, with the same event.
  ///
  /// @return the new run's id
  /// @throws RefusedException if there is no such run, it goes on, or its function does not start
  public String rerun(String runId) {
    return units.get(unit -> rerun(unit, runId, Optional.empty()));
  }

  /// Does all runs of a filter once more, newest first, each in a commit of its own: such as those
  /// that failed in a window of time. What is refused is counted, and the others go on. Asked
  /// twice, it does them twice.
  ///
  /// @param filter without statuses it means those that have failed
  public Reruns rerunAll(RunFilter filter) {
    return bulk.rerun(filter, this::rerun);
  }

  private String rerun(Unit unit, String runId, Optional<String> from) {
    RunTable.keep(unit.transaction(), runId);
    RunRow run = get(unit, runId);
    if (!run.status().hasEnded()) {
      throw RefusedException.notOver(runId, run.status());
    }
    Registered function =
        registry
            .find(run.functionId())
            .orElseThrow(() -> RefusedException.unknownFunction(run.functionId()));
    StoredEvent event = EventTable.get(unit.transaction(), run.eventId());
    return starts
        .start(unit, function, event, new RunOrigin.Rerun(runId, from))
        .orRefuse(function.id());
  }

  /// Does a run once more from a step on: what had ended before it is taken over.
  ///
  /// @param step its hash or its id; of several of one id the first
  /// @param input what its code is given in the place of what the function gives it
  /// @return the new run's id
  /// @throws RefusedException if there is no such run or step, the run goes on, or its function
  ///   does not start
  public String rerunFrom(String runId, String step, Optional<Json> input) {
    return units.get(
        unit -> {
          get(unit, runId);
          NamedStep from =
              StepTable.findNamed(unit.transaction(), runId, step)
                  .orElseThrow(() -> RefusedException.unknownStep(runId, step));
          if (input.isPresent() && from.kind() != StepKind.RUN) {
            throw RefusedException.noInput(step, from.kind());
          }
          String rerun = rerun(unit, runId, Optional.of(from.hash()));
          StepTable.copyBefore(unit.transaction(), runId, from.hash(), rerun);
          input.ifPresent(
              edited ->
                  StepTable.edit(
                      unit.transaction(), runId, from.hash(), rerun, edited, unit.now()));
          return rerun;
        });
  }
}
