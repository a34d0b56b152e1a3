package dev.entente.durable.behaviour;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Optional;

/// What has become of a function's runs, to be compared with an [Expectation]. Immutable.
///
/// @param sent all events that there are, as [#told] tells them
record Observed(
    List<String> statuses,
    Optional<Json> output,
    Optional<String> error,
    List<Expectation.StepEnd> steps,
    int attempts,
    List<String> sent) {
  static String told(Event event) {
    return told(event.name(), event.data());
  }

  static String told(String name, Json data) {
    return name + " " + data;
  }
}
