package dev.entente.durable.engine;

import dev.entente.durable.call.CallOutcome;
import dev.entente.durable.jdbc.DatabaseException;
import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.QueueTable.Hold;
import dev.entente.durable.queue.Work;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.StepEnd;
import dev.entente.durable.store.StepRow;
import dev.entente.durable.store.StepTable;
import dev.entente.durable.store.Tried;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Retry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Runs one step of several that go on at once. Shared by threads.
final class StepWork implements Work {
  private final Units units;
  private final Engagement engagement;
  private final Ends ends;
  private final Calling calling;

  StepWork(Units units, Engagement engagement, Ends ends, Calling calling) {
    this.units = units;
    this.engagement = engagement;
    this.ends = ends;
    this.calling = calling;
  }

  /// A step that is being worked on. Immutable.
  private record Task(Engaged engaged, StepRow row, Instant startedAt) {
    Fence fence() {
      return engaged.fence();
    }

    StepRef step() {
      return new StepRef(fence().item().hash(), row.id());
    }

    Trial trial() {
      return new Trial(fence(), engaged.run().id(), step().hash(), row.attempt(), startedAt);
    }

    Tried tried() {
      return new Tried(
          engaged.run().id(),
          step(),
          fence().item().round(),
          row.attempt(),
          Optional.empty(),
          startedAt);
    }

    boolean isFinal(Retry retry) {
      return !retry.isWanted() || engaged.isLast(row.attempt());
    }
  }

  @Override
  public void perform(Fence fence) {
    Optional<Engaged> engaged =
        units.get(unit -> engagement.begin(unit, fence, fence.item().round()));
    if (engaged.isPresent() && perform(engaged.get())) {
      units.run(unit -> Settling.settle(unit, fence));
    }
  }

  // Whether the step has ended.
  private boolean perform(Engaged engaged) {
    String hash = engaged.fence().item().hash();
    StepRow row =
        units
            .get(unit -> StepTable.find(unit.transaction(), engaged.run().id(), hash))
            .orElseThrow(() -> new IllegalStateException("no step " + hash));
    return !row.isPending() || run(new Task(engaged, row, units.now()));
  }

  private boolean run(Task task) {
    CallOutcome outcome =
        calling.call(
            task.engaged(),
            task.engaged().context(task.row().attempt()),
            Optional.of(task.step().hash()));
    if (calling.isCutOff(outcome.result())) {
      units.run(unit -> postpone(unit, task, unit.now()));
      return false;
    }
    try {
      return units.get(unit -> keep(unit, task, outcome));
    } catch (DatabaseException e) {
      if (!e.isRefusal()) {
        throw e;
      }
      return units.get(unit -> keep(unit, task, Calling.failed(e)));
    }
  }

  private static void postpone(Unit unit, Task task, Instant due) {
    Places.free(unit, task.fence());
    QueueTable.postpone(unit.transaction(), task.fence(), due);
  }

  private boolean keep(Unit unit, Task task, CallOutcome outcome) {
    hold(unit, task, outcome.result());
    return switch (outcome.result()) {
      case CallResult.Reported(List<Operation> operations) when isOf(task, operations) ->
          keep(unit, task, operations.getFirst(), outcome);
      case CallResult.Failed(ErrorReport error, Retry retry) ->
          task.isFinal(retry) ? fail(unit, task, error) : retry(unit, task, error, retry);
      case CallResult.StepMissing missing ->
          retryOrFail(
              unit,
              task,
              "step %s is to be run, and is not in the function any more; there are: %s"
                  .formatted(task.row().id(), missing.found().stream().map(StepRef::id).toList()));
      case CallResult.Reported _, CallResult.Returned _ ->
          retryOrFail(unit, task, "the app was asked for step %s alone".formatted(task.row().id()));
    };
  }

  private static void hold(Unit unit, Task task, CallResult result) {
    boolean mayEnd =
        !(result instanceof CallResult.Reported(List<Operation> operations)
            && isOf(task, operations));
    if (mayEnd) {
      Ends.lockSingleton(unit, task.engaged().run());
    }
    QueueTable.hold(unit.transaction(), task.fence(), mayEnd ? Hold.ALONE : Hold.SHARED);
  }

  private static boolean isOf(Task task, List<Operation> operations) {
    return operations.size() == 1
        && operations.getFirst().step().hash().equals(task.step().hash())
        && (operations.getFirst() instanceof Operation.StepRun
            || operations.getFirst() instanceof Operation.StepError);
  }

  private boolean keep(Unit unit, Task task, Operation operation, CallOutcome outcome) {
    return switch (operation) {
      case Operation.StepRun done -> {
        end(unit, task, new StepEnd.Done(done.result()));
        task.trial().done(unit);
        outcome.sent().forEach(event -> unit.emit(event, Optional.of(task.engaged().run().id())));
        yield true;
      }
      case Operation.StepError failed when task.isFinal(failed.retry()) -> {
        end(unit, task, new StepEnd.Failed(failed.error()));
        task.trial().failed(unit, failed.error());
        yield true;
      }
      case Operation.StepError failed -> retry(unit, task, failed.error(), failed.retry());
      default -> throw new IllegalStateException("no result of a step: " + operation);
    };
  }

  private static void end(Unit unit, Task task, StepEnd end) {
    StepTable.addEnded(unit.transaction(), task.tried(), end, unit.now());
  }

  private boolean retry(Unit unit, Task task, ErrorReport error, Retry retry) {
    StepTable.addRetried(unit.transaction(), task.tried(), error, true);
    task.trial().retried(unit, error);
    postpone(unit, task, calling.next(retry, task.row().attempt(), unit.now()));
    return false;
  }

  private boolean retryOrFail(Unit unit, Task task, String message) {
    ErrorReport error = Failures.report(message);
    return task.isFinal(new Retry.Usual())
        ? fail(unit, task, error)
        : retry(unit, task, error, new Retry.Usual());
  }

  // The function has failed before it came to the step.
  private boolean fail(Unit unit, Task task, ErrorReport error) {
    task.trial().failed(unit, error);
    ends.end(unit, task.engaged().run(), RunEnd.failed(error));
    return false;
  }
}
