package dev.entente.durable.registry;

import dev.entente.durable.call.Caller;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.expression.Condition;
import dev.entente.durable.expression.Key;
import dev.entente.durable.queue.Item;
import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A function with all its expressions compiled. Immutable.
public final class Registered {
  private static final Duration USUALLY_HEEDED = Duration.ofDays(365);

  private final FunctionDefinition definition;
  private final Caller caller;
  private final List<EventTrigger> events = new ArrayList<>();
  private final List<CronTrigger> crons = new ArrayList<>();
  private final List<Cancellation> cancellations;
  private final List<Limit> limits = new ArrayList<>();
  private final Optional<SingletonRule> singleton;
  private final Optional<Key> idempotency;

  /// Compiles a function.
  ///
  /// @throws IllegalArgumentException that names the function, and what the engine does not support
  ///   or which expression is wrong
  public Registered(FunctionDefinition definition, Caller caller) {
    Supported.require(definition);
    this.definition = definition;
    this.caller = caller;
    definition.triggers().forEach(this::add);
    cancellations = definition.flow().cancelOn().stream().map(this::compile).toList();
    for (Concurrency limit : definition.flow().concurrency()) {
      limits.add(Limit.of(id(), limits.size(), limit));
    }
    singleton = definition.flow().singleton().map(rule -> SingletonRule.of(id(), rule));
    idempotency =
        definition
            .flow()
            .idempotency()
            .map(key -> Key.compile("function %s: the idempotency".formatted(id()), key));
  }

  /// Compiles a function that other instances call: it starts here, and is done there.
  ///
  /// @throws IllegalArgumentException as the constructor does
  public static Registered elsewhere(FunctionDefinition definition) {
    return new Registered(
        definition,
        _ -> {
          throw new IllegalStateException("no app of this instance has " + definition.id());
        });
  }

  private void add(Trigger trigger) {
    switch (trigger) {
      case Trigger.OnEvent event ->
          events.add(
              new EventTrigger(
                  event.name(), condition("the trigger " + event.name(), event.expression())));
      case Trigger.Cron cron -> crons.add(CronTrigger.of(id(), cron));
    }
  }

  private Cancellation compile(CancelOn cancelOn) {
    return new Cancellation(
        cancelOn.event(),
        condition("the cancellation by " + cancelOn.event(), cancelOn.expression()),
        cancelOn.timeout().orElse(USUALLY_HEEDED));
  }

  private Optional<Condition> condition(String what, Optional<String> expression) {
    return expression.map(text -> Condition.compile("function %s: %s".formatted(id(), what), text));
  }

  /// Its id, with the app's before it.
  public String id() {
    return definition.id();
  }

  /// What it was registered with.
  public FunctionDefinition definition() {
    return definition;
  }

  /// How it is called.
  public Caller caller() {
    return caller;
  }

  /// How often an attempt is made, at least 1.
  public int maxAttempts() {
    return definition.retries() + 1;
  }

  boolean isTriggeredBy(String name) {
    return events.stream().anyMatch(trigger -> trigger.name().equals(name));
  }

  /// Tells whether an event starts it.
  public boolean isTriggeredBy(String name, Json event) {
    return events.stream().anyMatch(trigger -> trigger.isFor(name, event));
  }

  /// Its schedules.
  public List<CronTrigger> crons() {
    return List.copyOf(crons);
  }

  /// The schedule that an item stands for, if it is one of its.
  Optional<CronTrigger> findCron(Item item) {
    return crons.stream().filter(cron -> cron.item().equals(item)).findFirst();
  }

  /// The events that cancel its runs.
  public List<Cancellation> cancellations() {
    return cancellations;
  }

  /// All its limits.
  public List<Limit> limits() {
    return List.copyOf(limits);
  }

  /// Its limits of steps or of runs.
  public List<Limit> limits(Concurrency.Subject subject) {
    return limits.stream().filter(limit -> limit.subject() == subject).toList();
  }

  /// Whether there is one run at a time.
  public Optional<SingletonRule> singleton() {
    return singleton;
  }

  /// Of whose values each starts one run in 24 hours.
  public Optional<Key> idempotency() {
    return idempotency;
  }

  /// How long its runs may wait and take.
  public Optional<Timeouts> timeouts() {
    return definition.flow().timeouts();
  }
}
