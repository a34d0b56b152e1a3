package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.expression.Condition;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.NewStep;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.StepEnd;
import dev.entente.durable.store.StepTable;
import dev.entente.durable.store.StoredEvent;
import dev.entente.durable.store.WantedEvent;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps what a call has reported to be done, with the items of the queue that do it. Shared by
/// threads.
final class Planning {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration USUAL_PATIENCE = Duration.ofDays(365);

  private final Registry registry;
  private final Starts starts;

  Planning(Registry registry, Starts starts) {
    this.registry = registry;
    this.starts = starts;
  }

  /// Keeps steps, in a round of their own.
  ///
  /// @throws PlanException if they cannot be; the run fails
  void plan(Unit unit, Engaged engaged, List<Operation> operations) {
    String runId = engaged.run().id();
    int round = engaged.fence().item().round();
    if (!RunTable.advance(unit.transaction(), runId, round)) {
      throw new IllegalStateException("run %s is not in round %d".formatted(runId, round));
    }
    var plan = new Plan(unit, engaged, round + 1);
    operations.forEach(plan::add);
    plan.keep();
  }

  /// What cannot be planned. Nothing of it is kept.
  static final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PlanException(String message) {
      super(message);
    }
  }

  /// The steps of one round. Of one thread.
  private final class Plan {
    private final Unit unit;
    private final Engaged engaged;
    private final String runId;
    private final int round;
    private final List<NewStep> steps = new ArrayList<>();
    private final List<Item> code = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Plan(Unit unit, Engaged engaged, int round) {
      this.unit = unit;
      this.engaged = engaged;
      runId = engaged.run().id();
      this.round = round;
    }

    void add(Operation operation) {
      StepRef step = operation.step();
      switch (operation) {
        case Operation.StepPlanned(_, var options) -> {
          steps.add(NewStep.ofCode(runId, step, round, options.input()));
          code.add(Item.ofStep(runId, round, step.hash()));
        }
        case Operation.Sleep(_, Duration duration) -> sleep(step, after(duration));
        case Operation.SleepUntil(_, Instant time) -> sleep(step, time);
        case Operation.WaitForEvent(_, EventWait wait) -> await(step, wait);
        case Operation.InvokeFunction(_, Invocation invocation) -> invoke(step, invocation);
        case Operation.StepRun _, Operation.StepError _ ->
            throw new PlanException(
                "the app has run step %s although others were found with it; an app runs a step only when it is alone or asked for"
                    .formatted(step.id()));
      }
    }

    private Instant after(Duration duration) {
      return unit.now().plus(duration);
    }

    private void sleep(StepRef step, Instant due) {
      if (due.isAfter(after(LONGEST))) {
        throw new PlanException("step %s sleeps longer than 366 days".formatted(step.id()));
      }
      steps.add(NewStep.ofSleep(runId, step, round, due));
      addTimer(step, due);
    }

    private void addTimer(StepRef step, Instant due) {
      Item timer = Item.ofTimer(runId, round, step.hash());
      Instant notBefore = due.isBefore(unit.now()) ? unit.now() : due;
      QueueTable.add(unit.transaction(), timer, notBefore);
    }

    private void await(StepRef step, EventWait wait) {
      wait.expression().ifPresent(expression -> requireCondition(step, expression));
      Instant due = after(wait.timeout());
      var wanted = new WantedEvent(wait.event(), wait.expression());
      steps.add(NewStep.ofWait(runId, step, round, due, wanted));
      addTimer(step, due);
    }

    private void requireCondition(StepRef step, String expression) {
      try {
        Condition.compile("step " + step.id(), expression);
      } catch (IllegalArgumentException e) {
        throw new PlanException(String.valueOf(e.getMessage()));
      }
    }

    private void invoke(StepRef step, Invocation invocation) {
      String appId = invocation.appId().orElse(engaged.function().definition().appId());
      String functionId = appId + "-" + invocation.functionId();
      Instant due = after(invocation.timeout().orElse(USUAL_PATIENCE));
      steps.add(NewStep.ofInvocation(runId, step, round, due, invocation.data()));
      addTimer(step, due);
      afterwards.add(() -> start(functionId, step, invocation));
    }

    // Behind all steps of the round: what it starts may end what another of them waits for.
    private void start(String functionId, StepRef step, Invocation invocation) {
      Optional<Registered> invoked = registry.find(functionId);
      if (invoked.isEmpty()) {
        refuse(step, "there is no function " + functionId);
        return;
      }
      Starts.Started started = start(invoked.get(), step, invocation);
      started
          .keptId()
          .ifPresent(id -> StepTable.setInvoked(unit.transaction(), runId, step.hash(), id));
      started
          .refusal()
          .ifPresent(reason -> refuse(step, "%s was not run: %s".formatted(functionId, reason)));
    }

    private Starts.Started start(Registered function, StepRef step, Invocation invocation) {
      var sent = new SentEvent(Ids.next(unit.now()), SystemEvents.ofInvocation(invocation.data()));
      StoredEvent event = StoredEvent.of(sent, unit.now());
      EventTable.add(unit.transaction(), event, unit.now(), Optional.of(runId));
      return starts.start(unit, function, event, new RunOrigin.Invoked(runId, step.hash()));
    }

    private void refuse(StepRef step, String reason) {
      Item timer = Item.ofTimer(runId, round, step.hash());
      Ends.wake(unit, timer, new StepEnd.Failed(Failures.report(reason)));
    }

    void keep() {
      StepTable.plan(unit.transaction(), steps, unit.now());
      if (!code.isEmpty()) {
        QueueTable.add(unit.transaction(), code, unit.now());
      }
      afterwards.forEach(Runnable::run);
    }
  }
}
