package dev.entente.durable.engine;

import dev.entente.durable.call.CallOutcome;
import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.QueueTable.Hold;
import dev.entente.durable.queue.Work;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.StepAttempt;
import dev.entente.durable.store.StepEnd;
import dev.entente.durable.store.StepRow;
import dev.entente.durable.store.StepTable;
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
  private record Planned(Engaged engaged, StepRow row, Instant startedAt) {
    Fence fence() {
      return engaged.fence();
    }

    StepRef step() {
      return new StepRef(fence().item().hash(), row.id());
    }

    OpenAttempt open() {
      return new OpenAttempt(fence(), engaged.run().id(), step().hash(), row.attempt(), startedAt);
    }

    StepAttempt attempted() {
      return new StepAttempt(
          engaged.run().id(),
          step(),
          fence().item().round(),
          row.attempt(),
          Optional.empty(),
          startedAt);
    }

    boolean isFinal(Retry retry) {
      return engaged.isFinal(retry, row.attempt());
    }
  }

  @Override
  public void perform(Fence fence) {
    Optional<Planned> planned = units.get(unit -> begin(unit, fence));
    if (planned.isPresent() && hasEnded(planned.get())) {
      units.run(unit -> Settling.settle(unit, fence));
    }
  }

  private Optional<Planned> begin(Unit unit, Fence fence) {
    return engagement
        .begin(unit, fence, fence.item().round())
        .map(engaged -> new Planned(engaged, row(unit, fence.item()), unit.now()));
  }

  private static StepRow row(Unit unit, Item item) {
    return StepTable.find(unit.transaction(), item.runId(), item.hash())
        .orElseThrow(() -> new IllegalStateException("no step " + item.hash()));
  }

  private boolean hasEnded(Planned planned) {
    return !planned.row().isPending() || run(planned);
  }

  private boolean run(Planned planned) {
    CallOutcome outcome =
        calling.call(
            planned.engaged(),
            planned.engaged().context(planned.row().attempt()),
            Optional.of(planned.step().hash()));
    if (calling.isCutOff(outcome.result())) {
      units.run(unit -> Places.putOff(unit, planned.fence(), unit.now()));
      return false;
    }
    return Calling.keep(outcome, kept -> units.get(unit -> keep(unit, planned, kept)));
  }

  private boolean keep(Unit unit, Planned planned, CallOutcome outcome) {
    hold(unit, planned, outcome.result());
    return switch (outcome.result()) {
      case CallResult.Reported(List<Operation> operations) when isOf(planned, operations) ->
          keep(unit, planned, operations.getFirst(), outcome);
      case CallResult.Failed(ErrorReport error, Retry retry) ->
          planned.isFinal(retry) ? fail(unit, planned, error) : retry(unit, planned, error, retry);
      case CallResult.StepMissing missing ->
          retryOrFail(
              unit,
              planned,
              "step %s is to be run, and is not in the function any more; there are: %s"
                  .formatted(
                      planned.row().id(), missing.found().stream().map(StepRef::id).toList()));
      case CallResult.Reported _, CallResult.Returned _ ->
          retryOrFail(
              unit, planned, "the app was asked for step %s alone".formatted(planned.row().id()));
    };
  }

  private static void hold(Unit unit, Planned planned, CallResult result) {
    boolean mayEnd =
        !(result instanceof CallResult.Reported(List<Operation> operations)
            && isOf(planned, operations));
    if (mayEnd) {
      Ends.lockSingleton(unit, planned.engaged().run());
    }
    QueueTable.hold(unit.transaction(), planned.fence(), mayEnd ? Hold.ALONE : Hold.SHARED);
  }

  private static boolean isOf(Planned planned, List<Operation> operations) {
    return operations.size() == 1
        && operations.getFirst().step().hash().equals(planned.step().hash())
        && (operations.getFirst() instanceof Operation.StepRun
            || operations.getFirst() instanceof Operation.StepError);
  }

  private boolean keep(Unit unit, Planned planned, Operation operation, CallOutcome outcome) {
    return switch (operation) {
      case Operation.StepRun done -> {
        end(unit, planned, new StepEnd.Done(done.result()));
        planned.open().done(unit);
        unit.emitAll(outcome.sent(), planned.engaged().run().id());
        yield true;
      }
      case Operation.StepError failed when planned.isFinal(failed.retry()) -> {
        end(unit, planned, new StepEnd.Failed(failed.error()));
        planned.open().failed(unit, failed.error());
        yield true;
      }
      case Operation.StepError failed -> retry(unit, planned, failed.error(), failed.retry());
      default -> throw new IllegalStateException("no result of a step: " + operation);
    };
  }

  private static void end(Unit unit, Planned planned, StepEnd end) {
    StepTable.addEnded(unit.transaction(), planned.attempted(), end, unit.now());
  }

  private boolean retry(Unit unit, Planned planned, ErrorReport error, Retry retry) {
    StepTable.addRetried(unit.transaction(), planned.attempted(), error, true);
    planned.open().retried(unit, error);
    Instant next = calling.next(retry, planned.row().attempt(), unit.now());
    Places.putOff(unit, planned.fence(), next);
    return false;
  }

  private boolean retryOrFail(Unit unit, Planned planned, String message) {
    ErrorReport error = Failures.report(message);
    return planned.isFinal(new Retry.Usual())
        ? fail(unit, planned, error)
        : retry(unit, planned, error, new Retry.Usual());
  }

  // The function has failed before it came to the step.
  private boolean fail(Unit unit, Planned planned, ErrorReport error) {
    planned.open().failed(unit, error);
    ends.end(unit, planned.engaged().run(), RunEnd.failed(error));
    return false;
  }
}
