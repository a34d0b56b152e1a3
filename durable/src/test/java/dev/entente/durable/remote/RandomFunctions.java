package dev.entente.durable.remote;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Debounce;
import dev.entente.inngest.flow.EventBatch;
import dev.entente.inngest.flow.RateLimit;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/// Definitions of all shapes.
///
/// @param random of one thread
public record RandomFunctions(Random random) {
  private static final List<String> KEYS =
      List.of("event.data.id", "'é€😀'", "\"a\\\"b\"", "event.data.a + '-' + event.data.b", "1");
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Paris", "America/Argentina/Buenos_Aires", "Etc/GMT+5");
  private static final List<String> CRONS =
      List.of("* * * * *", "*/5 0 1-3 JAN,MAR mon-fri", "0 0 ? * 0", "1,2,3 4 5 6 6");

  private static final List<Concurrency.Scope> SCOPES =
      List.copyOf(EnumSet.allOf(Concurrency.Scope.class));

  /// A function whose id ends with a number.
  public InngestFunction next(int number) {
    FunctionBuilder builder =
        InngestFunction.withId("fn-%d/é&=?".formatted(number))
            .name("No. %d: 100 %% \"é\"".formatted(number))
            .retries(random.nextInt(21));
    triggers(builder, random.nextInt(11));
    maybe(() -> builder.onFailure((_, _) -> null));
    limits(builder);
    if (random.nextInt(4) == 0) {
      builder.batchEvents(batch());
    } else {
      whole(builder);
    }
    return builder.runs((_, _) -> null);
  }

  private void maybe(Runnable setting) {
    if (random.nextBoolean()) {
      setting.run();
    }
  }

  private Duration seconds(int most) {
    return Duration.ofSeconds(1L + random.nextInt(most));
  }

  private String key() {
    return KEYS.get(random.nextInt(KEYS.size()));
  }

  private void triggers(FunctionBuilder builder, int count) {
    for (int i = 0; i < count; i++) {
      builder.on(random.nextBoolean() ? event(i) : cron(i));
    }
  }

  private Trigger event(int number) {
    var event = Trigger.event("shop/é." + number);
    return random.nextBoolean() ? event.when(key()) : event;
  }

  private Trigger cron(int number) {
    Trigger.Cron cron = Trigger.cron(number + CRONS.get(random.nextInt(CRONS.size())).substring(1));
    if (random.nextBoolean()) {
      cron = cron.in(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }
    return random.nextBoolean() ? cron.withJitter(seconds(300)) : cron;
  }

  private void limits(FunctionBuilder builder) {
    maybe(() -> builder.concurrency(Concurrency.ofSteps(1 + random.nextInt(99))));
    maybe(
        () ->
            builder.concurrency(
                Concurrency.ofSteps(1 + random.nextInt(99))
                    .perKey(key(), SCOPES.get(random.nextInt(SCOPES.size())))));
    maybe(() -> builder.concurrency(Concurrency.ofRuns(1 + random.nextInt(99)).perKey(key())));
    maybe(() -> builder.throttle(Throttle.of(1, seconds(604_800)).withBurst(2).perKey(key())));
    maybe(() -> builder.rateLimit(RateLimit.of(3, seconds(86_400)).perKey(key())));
    maybe(() -> builder.idempotency(key()));
    maybe(
        () ->
            builder.timeouts(
                random.nextBoolean()
                    ? Timeouts.ofStart(seconds(99)).andFinish(seconds(999_999))
                    : Timeouts.ofFinish(seconds(999_999))));
  }

  private EventBatch batch() {
    EventBatch batch = EventBatch.of(2 + random.nextInt(99), seconds(999_999));
    return random.nextBoolean() ? batch.perKey(key()).when(key()) : batch;
  }

  private void whole(FunctionBuilder builder) {
    maybe(() -> builder.debounce(Debounce.of(seconds(604_800)).perKey(key())));
    maybe(() -> builder.debounce(Debounce.of(seconds(99)).atMost(seconds(604_800))));
    maybe(() -> builder.priority(key()));
    maybe(() -> builder.singleton(Singleton.skipping()));
    maybe(() -> builder.singleton(Singleton.cancelling().perKey(key())));
    for (int i = random.nextInt(6); i > 0; i--) {
      builder.cancelOn(
          random.nextBoolean()
              ? CancelOn.event("a/b").matching("data.id")
              : CancelOn.event("a/b").within(seconds(999_999)));
    }
  }
}
