package dev.entente.inngest.function;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Debounce;
import dev.entente.inngest.flow.EventBatch;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.RateLimit;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A definition that is being written. Of one thread.
public final class FunctionBuilder {
  private final String id;
  private String name;
  private int retries = InngestFunction.USUAL_RETRIES;
  private final List<Trigger> triggers = new ArrayList<>();
  private final List<Concurrency> concurrency = new ArrayList<>();
  private final List<CancelOn> cancelOn = new ArrayList<>();
  private Optional<Throttle> throttle = Optional.empty();
  private Optional<RateLimit> rateLimit = Optional.empty();
  private Optional<String> idempotency = Optional.empty();
  private Optional<Debounce> debounce = Optional.empty();
  private Optional<EventBatch> batch = Optional.empty();
  private Optional<String> priority = Optional.empty();
  private Optional<Singleton> singleton = Optional.empty();
  private Optional<Timeouts> timeouts = Optional.empty();
  private Optional<FunctionBody> failureHandler = Optional.empty();

  FunctionBuilder(String id) {
    this.id = id;
    name = id;
  }

  /// Its name for people; without one, its id.
  public FunctionBuilder name(String text) {
    name = text;
    return this;
  }

  /// Starts it; may be said up to ten times.
  public FunctionBuilder on(Trigger trigger) {
    triggers.add(trigger);
    return this;
  }

  /// How often a failed attempt is tried again, `0..20`; 4 unless said.
  public FunctionBuilder retries(int count) {
    retries = count;
    return this;
  }

  /// Limits what goes on at once; may be said twice for steps and once for runs.
  public FunctionBuilder concurrency(Concurrency limit) {
    concurrency.add(limit);
    return this;
  }

  /// Delays starts beyond a rate.
  public FunctionBuilder throttle(Throttle limit) {
    throttle = Optional.of(limit);
    return this;
  }

  /// Drops starts beyond a rate.
  public FunctionBuilder rateLimit(RateLimit limit) {
    rateLimit = Optional.of(limit);
    return this;
  }

  /// Starts no second run within 24 hours for the same value of a CEL expression.
  public FunctionBuilder idempotency(String expression) {
    idempotency = Optional.of(expression);
    return this;
  }

  /// Starts with the last of events that follow each other closely.
  public FunctionBuilder debounce(Debounce wait) {
    debounce = Optional.of(wait);
    return this;
  }

  /// Starts one run for many events.
  public FunctionBuilder batchEvents(EventBatch batches) {
    batch = Optional.of(batches);
    return this;
  }

  /// How many seconds earlier than others its runs start.
  ///
  /// @param expression in CEL; may be negative
  public FunctionBuilder priority(String expression) {
    priority = Optional.of(expression);
    return this;
  }

  /// Cancels its runs; may be said up to five times.
  public FunctionBuilder cancelOn(CancelOn event) {
    cancelOn.add(event);
    return this;
  }

  /// Lets one run go on at a time.
  public FunctionBuilder singleton(Singleton rule) {
    singleton = Optional.of(rule);
    return this;
  }

  /// Cancels runs that take too long.
  public FunctionBuilder timeouts(Timeouts limits) {
    timeouts = Optional.of(limits);
    return this;
  }

  /// Called when a run has failed for good; [FailedRun#of] reads its event.
  public FunctionBuilder onFailure(FunctionBody handler) {
    failureHandler = Optional.of(handler);
    return this;
  }

  /// Ends the definition with the code.
  ///
  /// @throws IllegalArgumentException if the server would refuse the definition
  public InngestFunction runs(FunctionBody body) {
    return new InngestFunction(id, name, triggers, retries, flow(), body, failureHandler);
  }

  private FlowControl flow() {
    try {
      return new FlowControl(
          concurrency,
          throttle,
          rateLimit,
          idempotency,
          debounce,
          batch,
          priority,
          cancelOn,
          singleton,
          timeouts);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("function %s: %s".formatted(id, e.getMessage()), e);
    }
  }
}
