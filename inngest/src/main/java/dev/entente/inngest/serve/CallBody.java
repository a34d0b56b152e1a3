package dev.entente.inngest.serve;

import dev.entente.inngest.execution.CallRequest;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.MalformedJsonException;
import java.util.List;
import java.util.Optional;

/// The body of a call, parsed once.
///
/// @param body an object
record CallBody(Json body) {
  private static final String WHOLE_FUNCTION = "step";

  /// @throws Refusal if it is no JSON object
  static CallBody parse(byte[] bytes) {
    try {
      Json body = Json.parse(bytes);
      if (body.isObject()) {
        return new CallBody(body);
      }
      throw malformed("the body of a call is a JSON object");
    } catch (MalformedJsonException e) {
      throw malformed("the body of a call is " + e.getMessage());
    }
  }

  private static Refusal malformed(String message) {
    return Refusal.retried(400, "invalid_body", message);
  }

  private Json context() {
    return body.find("ctx").orElse(Json.NULL);
  }

  /// Tells whether events and steps were left out, because they are too large.
  boolean isReduced() {
    return isTrue(context(), "use_api") || isTrue(body, "use_api");
  }

  String runId() {
    return context()
        .find("run_id")
        .flatMap(Json::text)
        .orElseThrow(() -> malformed("the body of a call has ctx.run_id, a text"));
  }

  Json events() {
    return body.find("events")
        .filter(events -> !events.elements().isEmpty())
        .or(() -> body.find("event").map(event -> Json.of(List.of(event))))
        .orElse(Json.NULL);
  }

  /// @throws Refusal if they are no object: taken as none, all that is done would be done again
  Json steps() {
    Json steps = body.find("steps").orElse(Json.NULL);
    if (!steps.isNull() && !steps.isObject()) {
      throw malformed("the steps of a call are an object, by the hash of their ids");
    }
    return steps;
  }

  /// The call that it asks for.
  ///
  /// @param retries of the function, where the server does not say how many tries there are
  /// @param step as the address names it
  /// @throws Refusal if it lacks something
  CallRequest toRequest(Json events, Json steps, int retries, Optional<String> step) {
    return new CallRequest(
        runContext(events, retries),
        Memo.readAll(steps),
        step.filter(id -> !id.equals(WHOLE_FUNCTION)),
        isTrue(context(), "disable_immediate_execution"));
  }

  private RunContext runContext(Json events, int retries) {
    try {
      List<Event> read = events.elements().stream().map(Event::read).toList();
      int attempt = number("attempt", 0);
      int most = Math.max(attempt + 1, number("max_attempts", retries + 1));
      return new RunContext(runId(), attempt, most, read);
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  private int number(String member, int otherwise) {
    var number = context().find(member).map(Json::integer);
    return number.isPresent() && number.get().isPresent()
        ? Math.toIntExact(Math.clamp(number.get().getAsLong(), 0, Short.MAX_VALUE))
        : otherwise;
  }

  private static boolean isTrue(Json object, String member) {
    return object.find(member).filter(Json::isTrue).isPresent();
  }
}
