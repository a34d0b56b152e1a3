package dev.entente.durable.engine;

import dev.entente.durable.expression.Key;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.SingletonRule;
import dev.entente.durable.store.FunctionTable;
import dev.entente.durable.store.NewRun;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.RunTable.Start;
import dev.entente.durable.store.StoredEvent;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Starts runs. Shared by threads.
final class Starts {
  private static final Duration UNIQUE = Duration.ofHours(24);

  private final Ends ends;

  Starts(Ends ends) {
    this.ends = ends;
  }

  /// A run that is kept.
  record Started(String runId, Start start) {
    /// @throws RefusedException if it never begins
    String orRefuse(String functionId) {
      refusal()
          .ifPresent(
              reason -> {
                throw RefusedException.skipped(functionId, reason);
              });
      return runId;
    }

    /// Why it never begins, if so.
    Optional<String> refusal() {
      return switch (start) {
        case Start.Skipped(String reason) -> Optional.of(reason);
        case Start.Dropped(String reason) -> Optional.of(reason);
        case Start.Queued _, Start.Behind _ -> Optional.empty();
      };
    }
  }

  /// Starts a run at once, or as soon as it may.
  Started start(Unit unit, Registered function, StoredEvent event, RunOrigin origin) {
    return start(unit, function, event, origin, unit.now());
  }

  /// Starts a run.
  ///
  /// @param due when it begins, if nothing keeps it
  Started start(Unit unit, Registered function, StoredEvent event, RunOrigin origin, Instant due) {
    Json json = event.toEvent().toJson();
    NewRun run =
        new NewRun(
            Ids.next(unit.now()),
            function.id(),
            event.id(),
            unit.now(),
            function.singleton().map(rule -> rule.key(json)),
            origin);
    Start start = decide(unit, function, run, json);
    if (!(start instanceof Start.Dropped)) {
      RunTable.add(unit.transaction(), run, start);
    }
    if (start instanceof Start.Queued) {
      QueueTable.add(unit.transaction(), Item.ofRun(run.id(), 0), due);
    }
    var started = new Started(run.id(), start);
    if (started.refusal().isEmpty()) {
      addDeadline(unit, function, run.id());
    }
    return started;
  }

  private static void addDeadline(Unit unit, Registered function, String runId) {
    function
        .timeouts()
        .flatMap(Timeouts::start)
        .ifPresent(
            most ->
                QueueTable.add(
                    unit.transaction(), Item.ofStartDeadline(runId), unit.now().plus(most)));
  }

  private Start decide(Unit unit, Registered function, NewRun run, Json event) {
    if (FunctionTable.isPaused(unit.transaction(), function.id())) {
      return new Start.Skipped("the function is paused");
    }
    if (!isFirstOfItsKey(unit, function, run, event)) {
      return new Start.Dropped("its idempotency key has started a run within 24 hours");
    }
    return function.singleton().map(rule -> decide(unit, rule, run)).orElseGet(Start.Queued::new);
  }

  private static boolean isFirstOfItsKey(Unit unit, Registered function, NewRun run, Json event) {
    if (run.origin() instanceof RunOrigin.Rerun) {
      return true;
    }
    Optional<String> key = function.idempotency().flatMap((Key expression) -> expression.of(event));
    return key.isEmpty()
        || FunctionTable.takeKey(unit.transaction(), run, key.get(), unit.now().minus(UNIQUE));
  }

  private Start decide(Unit unit, SingletonRule rule, NewRun run) {
    String key = run.singletonKey().orElseThrow();
    Ends.lockSingleton(unit, run.functionId(), key);
    Optional<String> holder = RunTable.findHolder(unit.transaction(), run.functionId(), key);
    if (holder.isEmpty()) {
      return new Start.Queued();
    }
    if (rule.mode() == Singleton.Mode.CANCEL) {
      cancel(unit, run, key, holder.get());
      return new Start.Queued();
    }
    boolean isQueueFree = RunTable.findWaiting(unit.transaction(), run.functionId(), key).isEmpty();
    return run.origin() instanceof RunOrigin.Scheduled && isQueueFree
        ? new Start.Behind()
        : new Start.Skipped("run %s goes on, and there is one at a time".formatted(holder.get()));
  }

  private void cancel(Unit unit, NewRun run, String key, String holder) {
    RunEnd end = RunEnd.cancelled("run %s has taken its place".formatted(run.id()));
    RunTable.findWaiting(unit.transaction(), run.functionId(), key)
        .flatMap(waiting -> RunTable.find(unit.transaction(), waiting))
        .ifPresent(waiting -> ends.end(unit, waiting, end));
    RunTable.find(unit.transaction(), holder).ifPresent(held -> ends.end(unit, held, end));
  }
}
