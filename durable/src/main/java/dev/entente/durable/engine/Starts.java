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

  /// A run that was asked for.
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

    /// Its id, if it is kept.
    Optional<String> keptId() {
      return start instanceof Start.Dropped ? Optional.empty() : Optional.of(runId);
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
      addDeadline(unit, function, run.id(), due);
    }
    return started;
  }

  private static void addDeadline(Unit unit, Registered function, String runId, Instant due) {
    function
        .timeouts()
        .flatMap(Timeouts::start)
        .ifPresent(
            most ->
                QueueTable.add(unit.transaction(), Item.ofStartDeadline(runId), due.plus(most)));
  }

  private Start decide(Unit unit, Registered function, NewRun run, Json event) {
    if (FunctionTable.isPaused(unit.transaction(), function.id())) {
      return new Start.Skipped("the function is paused");
    }
    Optional<String> holder = findHolder(unit, run);
    Start start =
        function
            .singleton()
            .filter(_ -> holder.isPresent())
            .map(rule -> decide(unit, rule, run, holder.get()))
            .orElseGet(Start.Queued::new);
    if (start instanceof Start.Skipped) {
      return start; // and its key may start another
    }
    if (!isFirstOfItsKey(unit, function, run, event)) {
      return new Start.Dropped("its idempotency key has started a run within 24 hours");
    }
    if (start instanceof Start.Queued && holder.isPresent()) {
      cancel(unit, run, holder.get());
    }
    return start;
  }

  private static Optional<String> findHolder(Unit unit, NewRun run) {
    return run.singletonKey()
        .flatMap(
            key -> {
              Ends.lockSingleton(unit, run.functionId(), key);
              return RunTable.findHolder(unit.transaction(), run.functionId(), key);
            });
  }

  private static Start decide(Unit unit, SingletonRule rule, NewRun run, String holder) {
    if (rule.mode() == Singleton.Mode.CANCEL) {
      return isInvokedBy(run, holder)
          ? new Start.Skipped("it would cancel run %s, which invokes it".formatted(holder))
          : new Start.Queued();
    }
    return run.origin() instanceof RunOrigin.Scheduled && !isWaitedFor(unit, run)
        ? new Start.Behind()
        : new Start.Skipped("run %s goes on, and there is one at a time".formatted(holder));
  }

  private static boolean isInvokedBy(NewRun run, String holder) {
    return run.origin() instanceof RunOrigin.Invoked(String runId, _) && runId.equals(holder);
  }

  private static boolean isWaitedFor(Unit unit, NewRun run) {
    return RunTable.findWaiting(
            unit.transaction(), run.functionId(), run.singletonKey().orElseThrow())
        .isPresent();
  }

  private static boolean isFirstOfItsKey(Unit unit, Registered function, NewRun run, Json event) {
    if (run.origin() instanceof RunOrigin.Rerun) {
      return true;
    }
    Optional<String> key = function.idempotency().flatMap((Key expression) -> expression.of(event));
    return key.isEmpty()
        || FunctionTable.takeKey(unit.transaction(), run, key.get(), unit.now().minus(UNIQUE));
  }

  private void cancel(Unit unit, NewRun run, String holder) {
    RunEnd end = RunEnd.cancelled("run %s has taken its place".formatted(run.id()));
    RunTable.findWaiting(unit.transaction(), run.functionId(), run.singletonKey().orElseThrow())
        .flatMap(waiting -> RunTable.find(unit.transaction(), waiting))
        .ifPresent(waiting -> ends.end(unit, waiting, end));
    RunTable.find(unit.transaction(), holder).ifPresent(held -> ends.end(unit, held, end));
  }
}
