package dev.entente.durable.engine;

import dev.entente.durable.call.CallOutcome;
import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.StepKind;
import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.QueueTable.Hold;
import dev.entente.durable.queue.Work;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.StepAttempt;
import dev.entente.durable.store.StepEnd;
import dev.entente.durable.store.StepTable;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets a run go on: calls its function again and again, keeping each step that it has run in a
/// commit of its own, until it ends, fails, or has to wait. Shared by threads.
final class RunWork implements Work {
  private final Units units;
  private final Engagement engagement;
  private final Planning planning;
  private final Ends ends;
  private final Calling calling;

  RunWork(Units units, Engagement engagement, Planning planning, Ends ends, Calling calling) {
    this.units = units;
    this.engagement = engagement;
    this.planning = planning;
    this.ends = ends;
    this.calling = calling;
  }

  /// What comes behind a call.
  private sealed interface Next {
    /// The item is seen to.
    record Nothing() implements Next {}

    /// The function is called once more, with one step more.
    record Again(KeptStep step) implements Next {}
  }

  @Override
  public void perform(Fence fence) {
    units.get(unit -> engagement.begin(unit, fence, Integer.MAX_VALUE)).ifPresent(this::goOn);
  }

  private void goOn(Engaged engaged) {
    int attempt = engaged.run().attempt();
    while (call(engaged, attempt) instanceof Next.Again(KeptStep step)) {
      engaged.add(step);
      attempt = 0;
    }
  }

  private Next call(Engaged engaged, int attempt) {
    Instant startedAt = units.now();
    CallOutcome outcome = calling.call(engaged, engaged.context(attempt), Optional.empty());
    if (calling.isCutOff(outcome.result())) {
      units.run(unit -> Places.putOff(unit, engaged.fence(), unit.now()));
      return new Next.Nothing();
    }
    return Calling.keep(outcome, kept -> keep(new Discovery(engaged, attempt, startedAt, kept)));
  }

  private Next keep(Discovery discovery) {
    try {
      return units.get(unit -> keep(unit, discovery));
    } catch (Planning.PlanException e) {
      return units.get(unit -> failed(unit, discovery, e));
    }
  }

  // A run that cannot be kept as its app has it.
  private Next failed(Unit unit, Discovery discovery, Planning.PlanException e) {
    hold(unit, discovery);
    return fail(unit, discovery, Failures.report(String.valueOf(e.getMessage())));
  }

  /// A call that was to find out what comes next, and what came of it.
  private record Discovery(Engaged engaged, int attempt, Instant startedAt, CallOutcome outcome) {
    Fence fence() {
      return engaged.fence();
    }

    String runId() {
      return engaged.run().id();
    }

    OpenAttempt open(String hash) {
      return new OpenAttempt(fence(), runId(), hash, attempt, startedAt);
    }

    StepAttempt attempted(Operation operation, Optional<Json> input) {
      return new StepAttempt(
          runId(), operation.step(), fence().item().round(), attempt, input, startedAt);
    }

    boolean isFinal(Retry retry) {
      return engaged.isFinal(retry, attempt);
    }
  }

  private Next keep(Unit unit, Discovery discovery) {
    boolean isPaused = hold(unit, discovery);
    Next next = next(unit, discovery);
    if (next instanceof Next.Again && (isPaused || calling.isStopping())) {
      Places.putOff(unit, discovery.fence(), unit.now());
      return new Next.Nothing();
    }
    return next;
  }

  // Locks of singletons come before those of their runs, as where runs are started.
  private static boolean hold(Unit unit, Discovery discovery) {
    Ends.lockSingleton(unit, discovery.engaged().run());
    return QueueTable.hold(unit.transaction(), discovery.fence(), Hold.ALONE);
  }

  private Next next(Unit unit, Discovery discovery) {
    return switch (discovery.outcome().result()) {
      case CallResult.Returned(Json value) -> complete(unit, discovery, value);
      case CallResult.Failed(ErrorReport error, Retry retry) ->
          discovery.isFinal(retry)
              ? fail(unit, discovery, error)
              : retry(unit, discovery, "", error, retry);
      case CallResult.StepMissing(String target, _) ->
          fail(unit, discovery, Failures.report("the app was not asked for step " + target));
      case CallResult.Reported(List<Operation> operations) -> keep(unit, discovery, operations);
    };
  }

  private Next complete(Unit unit, Discovery discovery, Json value) {
    discovery.open("").done(unit);
    ends.end(unit, discovery.engaged().run(), RunEnd.completed(value));
    return new Next.Nothing();
  }

  private Next fail(Unit unit, Discovery discovery, ErrorReport error) {
    discovery.open("").failed(unit, error);
    ends.end(unit, discovery.engaged().run(), RunEnd.failed(error));
    return new Next.Nothing();
  }

  private Next keep(Unit unit, Discovery discovery, List<Operation> operations) {
    if (operations.size() == 1) {
      switch (operations.getFirst()) {
        case Operation.StepRun done -> {
          return keep(unit, discovery, done);
        }
        case Operation.StepError failed -> {
          return keep(unit, discovery, failed);
        }
        default -> {} // it is planned
      }
    }
    discovery.engaged().requireRoom(operations.size());
    planning.plan(unit, discovery.engaged(), operations);
    Places.free(unit, discovery.fence());
    QueueTable.remove(unit.transaction(), discovery.fence());
    return new Next.Nothing();
  }

  private Next keep(Unit unit, Discovery discovery, Operation.StepRun done) {
    StepAttempt attempted = discovery.attempted(done, done.options().input());
    keep(unit, discovery, attempted, new StepEnd.Done(done.result()));
    discovery.open(done.step().hash()).done(unit);
    unit.emitAll(discovery.outcome().sent(), discovery.runId());
    return again(done, new Memo.Done(done.result()));
  }

  private static void keep(Unit unit, Discovery discovery, StepAttempt attempted, StepEnd end) {
    discovery.engaged().requireRoom(1);
    if (!StepTable.addEnded(unit.transaction(), attempted, end, unit.now())) {
      throw new Planning.PlanException(
          "the app has run step %s once more, which is done".formatted(attempted.step().id()));
    }
    if (discovery.attempt() > 0) {
      RunTable.setAttempt(unit.transaction(), discovery.runId(), 0);
    }
  }

  private static Next again(Operation operation, Memo memo) {
    return new Next.Again(new KeptStep(operation.step().hash(), StepKind.RUN, memo));
  }

  private Next keep(Unit unit, Discovery discovery, Operation.StepError failed) {
    StepAttempt attempted = discovery.attempted(failed, failed.options().input());
    String hash = failed.step().hash();
    if (discovery.isFinal(failed.retry())) {
      keep(unit, discovery, attempted, new StepEnd.Failed(failed.error()));
      discovery.open(hash).failed(unit, failed.error());
      return again(failed, new Memo.Failed(failed.error()));
    }
    StepTable.addRetried(unit.transaction(), attempted, failed.error(), false);
    return retry(unit, discovery, hash, failed.error(), failed.retry());
  }

  private Next retry(Unit unit, Discovery discovery, String hash, ErrorReport error, Retry retry) {
    discovery.open(hash).retried(unit, error);
    RunTable.setAttempt(unit.transaction(), discovery.runId(), discovery.attempt() + 1);
    Instant next = calling.next(retry, discovery.attempt(), unit.now());
    Places.putOff(unit, discovery.fence(), next);
    return new Next.Nothing();
  }
}
