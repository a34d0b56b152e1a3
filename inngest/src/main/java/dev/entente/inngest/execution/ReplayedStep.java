package dev.entente.inngest.execution;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.Step;
import dev.entente.inngest.function.StepAction;
import dev.entente.inngest.function.StepBody;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.TypeToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The steps of one call, each looked up in what is kept of the run.
final class ReplayedStep extends Step {
  private static final Duration LONGEST = Duration.ofDays(366);

  // What RFC 3339 can write.
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private final Replay replay;
  private final EventSender events;

  ReplayedStep(Replay replay, EventSender events) {
    this.replay = replay;
    this.events = events;
  }

  @Override
  public <T extends @Nullable Object> T run(String id, Class<T> type, Callable<? extends T> body) {
    return read(id, replay.reach(id, _ -> NewStep.ofCode(body)), json -> json.as(type));
  }

  @Override
  public <T extends @Nullable Object> T run(
      String id, TypeToken<T> type, Callable<? extends T> body) {
    return read(id, replay.reach(id, _ -> NewStep.ofCode(body)), json -> json.as(type));
  }

  @Override
  public <I, T extends @Nullable Object> T run(
      String id, Class<T> type, I input, StepBody<I, T> body) {
    var given = new StepInput<>(id, input);
    Json kept =
        replay.reach(
            id,
            edited ->
                edited.map(json -> given.edited(json, body)).orElseGet(() -> given.written(body)));
    return read(id, kept, json -> json.as(type));
  }

  private static <T extends @Nullable Object> T read(
      String id, Json kept, Function<Json, T> reading) {
    try {
      return reading.apply(kept);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "the kept result of step %s cannot be read: %s".formatted(id, e.getMessage()), e);
    }
  }

  @Override
  public void run(String id, StepAction action) {
    Callable<Json> body =
        () -> {
          action.run();
          return Json.NULL;
        };
    replay.reach(id, _ -> NewStep.ofCode(body));
  }

  @Override
  public void sleep(String id, Duration duration) {
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new NonRetriableException(
          "step %s sleeps at most 366 days, and no negative time, got: %s".formatted(id, duration));
    }
    replay.reach(id, _ -> NewStep.ofServer(ref -> new Operation.Sleep(ref, duration)));
  }

  @Override
  public void sleepUntil(String id, Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new NonRetriableException(
          "step %s sleeps until a time of the years 0 to 9999, got: %s".formatted(id, time));
    }
    replay.reach(id, _ -> NewStep.ofServer(ref -> new Operation.SleepUntil(ref, time)));
  }

  @Override
  public Optional<Event> waitForEvent(String id, EventWait wait) {
    Json kept =
        replay.reach(id, _ -> NewStep.ofServer(ref -> new Operation.WaitForEvent(ref, wait)));
    return read(id, kept, json -> json.isNull() ? Optional.empty() : Optional.of(Event.read(json)));
  }

  @Override
  public <T extends @Nullable Object> T invoke(String id, Class<T> type, Invocation invocation) {
    return read(id, invoke(id, invocation), json -> json.as(type));
  }

  @Override
  public <T extends @Nullable Object> T invoke(
      String id, TypeToken<T> type, Invocation invocation) {
    return read(id, invoke(id, invocation), json -> json.as(type));
  }

  private Json invoke(String id, Invocation invocation) {
    return replay.reach(
        id,
        _ -> {
          Kept.input(id, invocation.data());
          return NewStep.ofServer(ref -> new Operation.InvokeFunction(ref, invocation));
        });
  }

  @Override
  public List<String> sendEvent(String id, List<Event> several) {
    if (several.isEmpty()) {
      throw new NonRetriableException("step %s sends no event".formatted(id));
    }
    var code =
        new NewStep.Code(
            StepOptions.ofType("step.sendEvent"), () -> Map.of("ids", events.send(several)));
    Json kept = replay.reach(id, _ -> NewStep.ofCode(code));
    return read(id, kept.find("ids").orElse(kept), json -> json.as(new TypeToken<>() {}));
  }

  @Override
  public <T extends @Nullable Object> List<T> parallel(
      List<? extends Supplier<? extends T>> branches) {
    return replay.seeAll(branches);
  }
}
