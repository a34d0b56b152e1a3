package dev.entente.inngest.serve;

import dev.entente.inngest.StepHash;
import dev.entente.inngest.execution.EventSender;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Surroundings;
import dev.entente.testkit.SettableClock;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A function in a run that a test leads: calls go in, answers come out, as between server and app.
final class CallScript {
  static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  static final String RUN = "01JQDAE4RQF8MBCR55T5AK4KXR";

  private final InngestFunction function;
  private final Map<String, Object> steps = new LinkedHashMap<>();
  private final Map<String, Object> context = new LinkedHashMap<>();
  private EventSender events = _ -> List.of();
  private List<Object> batch =
      List.of(Map.of("name", "test/started", "data", Map.of("n", 7), "user", Map.of()));
  private boolean hasBatch = true;

  private CallScript(InngestFunction function) {
    this.function = function;
    context.put("run_id", RUN);
    context.put("fn_id", "6f2e6d1a-0000-4000-8000-000000000000");
    context.put("attempt", 0);
    context.put("max_attempts", 5);
    context.put("disable_immediate_execution", false);
    context.put("stack", Map.of("stack", List.of(), "current", 0));
  }

  static CallScript of(FunctionBody body) {
    return of(InngestFunction.withId("fn").runs(body));
  }

  static CallScript of(InngestFunction function) {
    return new CallScript(function);
  }

  /// What the state keeps under a step's id.
  CallScript keeping(String id, Object memo) {
    steps.put(hash(id), memo);
    return this;
  }

  CallScript done(String id, Object result) {
    Map<String, Object> memo = new LinkedHashMap<>();
    memo.put("data", result);
    return keeping(id, memo);
  }

  CallScript failed(String id, String message) {
    return keeping(id, Map.of("error", Map.of("name", "Error", "message", message)));
  }

  CallScript attempt(int attempt) {
    context.put("attempt", attempt);
    return this;
  }

  CallScript planOnly() {
    context.put("disable_immediate_execution", true);
    return this;
  }

  CallScript sendingTo(EventSender sender) {
    events = sender;
    return this;
  }

  CallScript startedBy(Object... events) {
    batch = List.of(events);
    return this;
  }

  /// Tells the first event alone, as other engines may.
  CallScript withoutBatch() {
    hasBatch = false;
    return this;
  }

  /// What comes of a call that looks for what is next.
  Reply call() {
    return call("step");
  }

  /// What comes of a call for one step.
  Reply callFor(String id) {
    return call(hash(id));
  }

  private Reply call(String step) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ctx", context);
    body.put("event", batch.getFirst());
    if (hasBatch) {
      body.put("events", batch);
    }
    body.put("steps", steps);
    body.put("version", -1);
    var url =
        URI.create("http://app.test/api/inngest?fnId=app-" + function.id() + "&stepId=" + step);
    return Reply.of(
        handler(Map.of("INNGEST_DEV", "1"), events, function)
            .handle(ServeRequest.of("POST", url, Map.of(), Json.of(body).toBytes())));
  }

  static ServeHandler handler(
      Map<String, String> environment, EventSender events, InngestFunction... functions) {
    var surroundings = new Surroundings(new SettableClock(NOW), new Random(1), _ -> {});
    return new ServeHandler(
        new App("app", "test", List.of(functions)), Settings.of(environment), events, surroundings);
  }

  static String hash(String id) {
    return StepHash.of(id);
  }

  /// An answer.
  record Reply(int status, Map<String, String> headers, Json body) {
    static Reply of(ServeResponse response) {
      return new Reply(response.status(), response.headers(), Json.parse(response.body()));
    }

    String text() {
      return body.toString();
    }

    String noRetry() {
      return headers.getOrDefault("X-Inngest-No-Retry", "-");
    }

    String retryAfter() {
      return headers.getOrDefault("Retry-After", "-");
    }

    /// The operations as `StepRun a`, `Sleep b`.
    List<String> operations() {
      List<String> operations = new ArrayList<>();
      for (Json operation : body.elements()) {
        operations.add(
            operation.find("op").orElseThrow().as(String.class)
                + " "
                + operation.find("displayName").orElseThrow().as(String.class));
      }
      return operations;
    }

    Json operation(int index) {
      return body.elements().get(index);
    }

    String message() {
      return body.find("message").orElseThrow().as(String.class);
    }
  }
}
