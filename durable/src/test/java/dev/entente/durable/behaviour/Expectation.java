package dev.entente.durable.behaviour;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of a function's run. Immutable.
///
/// @param id of the function, without the app's
/// @param data of the event `behaviour/<id>` that starts it
/// @param starts how often that event is sent, one right behind the other
/// @param then sent once the run waits for something that is still to come
/// @param statuses of all runs of the function, in the order of their starts
/// @param output of the first run; empty if it gives none
/// @param error the message of the first run's error; empty if it has none
/// @param steps of the first run, in the order in which they end
/// @param isOrdered whether that order is always the same
/// @param attempts how often what was tried most, a step or the code between steps, was tried
/// @param after the events that are sent meanwhile
public record Expectation(
    String id,
    Json data,
    int starts,
    List<Event> then,
    List<String> statuses,
    Optional<Json> output,
    Optional<String> error,
    List<StepEnd> steps,
    boolean isOrdered,
    int attempts,
    List<Event> after) {
  static final String COMPLETED = "COMPLETED";
  static final String FAILED = "FAILED";

  /// How a step ended.
  ///
  /// @param id as the author wrote it
  /// @param status as the table `step` has it: `DONE`, `FAILED`, or `PENDING` if the run ended
  ///   before it
  public record StepEnd(String id, String status) {}

  public Expectation {
    then = List.copyOf(then);
    statuses = List.copyOf(statuses);
    steps = List.copyOf(steps);
    after = List.copyOf(after);
  }

  private static Expectation of(String id, String status) {
    return new Expectation(
        id,
        Json.parse("{\"id\":\"%s\"}".formatted(id)),
        1,
        List.of(),
        List.of(status),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        1,
        List.of());
  }

  static Expectation completed(String id, String output) {
    return of(id, COMPLETED).giving(Json.parse(output));
  }

  static Expectation failed(String id, String message) {
    Expectation base = of(id, FAILED);
    return new Expectation(
        base.id,
        base.data,
        1,
        base.then,
        base.statuses,
        base.output,
        Optional.of(message),
        base.steps,
        true,
        1,
        base.after);
  }

  static Expectation cancelled(String id) {
    return of(id, "CANCELLED");
  }

  private Expectation giving(Json value) {
    return new Expectation(
        id,
        data,
        starts,
        then,
        statuses,
        Optional.of(value),
        error,
        steps,
        isOrdered,
        attempts,
        after);
  }

  Expectation with(String json) {
    return new Expectation(
        id,
        Json.parse(json),
        starts,
        then,
        statuses,
        output,
        error,
        steps,
        isOrdered,
        attempts,
        after);
  }

  /// Started so often; all runs that there are have these statuses.
  Expectation started(int times, String... all) {
    return new Expectation(
        id, data, times, then, List.of(all), output, error, steps, isOrdered, attempts, after);
  }

  Expectation then(String event, String json) {
    return new Expectation(
        id,
        data,
        starts,
        List.of(Event.of(event, Json.parse(json))),
        statuses,
        output,
        error,
        steps,
        isOrdered,
        attempts,
        after);
  }

  Expectation done(String... ids) {
    return ended("DONE", ids);
  }

  Expectation broken(String... ids) {
    return ended("FAILED", ids);
  }

  Expectation pending(String... ids) {
    return ended("PENDING", ids);
  }

  private Expectation ended(String status, String... ids) {
    List<StepEnd> more = new ArrayList<>(steps);
    for (String step : ids) {
      more.add(new StepEnd(step, status));
    }
    return new Expectation(
        id, data, starts, then, statuses, output, error, more, isOrdered, attempts, after);
  }

  Expectation inAnyOrder() {
    return new Expectation(
        id, data, starts, then, statuses, output, error, steps, false, attempts, after);
  }

  Expectation tried(int times) {
    return new Expectation(
        id, data, starts, then, statuses, output, error, steps, isOrdered, times, after);
  }

  Expectation sending(String event, String json) {
    return new Expectation(
        id,
        data,
        starts,
        then,
        statuses,
        output,
        error,
        steps,
        isOrdered,
        attempts,
        List.of(Event.of(event, Json.parse(json))));
  }
}
