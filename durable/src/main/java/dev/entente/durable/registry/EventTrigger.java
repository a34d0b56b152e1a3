package dev.entente.durable.registry;

import dev.entente.durable.expression.Condition;
import dev.entente.inngest.json.Json;
import java.util.Optional;

/// An event that starts a function, ready to be asked. Immutable.
///
/// @param name of the event
record EventTrigger(String name, Optional<Condition> condition) {
  boolean isFor(String event, Json json) {
    return name.equals(event) && condition.map(wanted -> wanted.holds(json)).orElse(true);
  }
}
