package dev.entente.inngest.function;

import dev.entente.inngest.json.Json;
import java.util.List;

/// A run that has failed for good, as a failure handler is told. Immutable; the list is copied.
///
/// @param functionId with the app's id before it
/// @param events what started the run
public record FailedRun(String functionId, String runId, ErrorReport error, List<Event> events) {
  public FailedRun {
    events = List.copyOf(events);
  }

  /// Reads the event `inngest/function.failed`.
  ///
  /// @throws IllegalArgumentException if it is another
  public static FailedRun of(Event event) {
    Json data = event.data();
    List<Json> several = data.find("events").map(Json::elements).orElse(List.of());
    List<Json> events =
        several.isEmpty() ? data.find("event").map(List::of).orElse(List.of()) : several;
    return new FailedRun(
        text(data, "function_id"),
        text(data, "run_id"),
        ErrorReport.read(data.find("error").orElse(Json.NULL)),
        events.stream().map(Event::read).toList());
  }

  private static String text(Json data, String member) {
    return data.find(member)
        .flatMap(Json::text)
        .orElseThrow(
            () -> new IllegalArgumentException("the event is of no failed run: no data." + member));
  }
}
