package dev.entente.durable.registry;

import dev.entente.inngest.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The functions that this instance knows. Shared by threads.
public final class Registry {
  private volatile Map<String, Registered> functions = Map.of();

  /// Puts the functions of an app in the place of those that it had.
  public synchronized void replace(String appId, Collection<Registered> ofApp) {
    Map<String, Registered> all = new LinkedHashMap<>();
    functions.values().stream()
        .filter(function -> !function.definition().appId().equals(appId))
        .forEach(function -> all.put(function.id(), function));
    for (Registered function : ofApp) {
      if (all.putIfAbsent(function.id(), function) != null) {
        throw new IllegalArgumentException(
            "two functions have the id %s (an app's id, a hyphen, and the function's)"
                .formatted(function.id()));
      }
    }
    functions = Map.copyOf(all);
  }

  /// A function, if it is known.
  public Optional<Registered> find(String id) {
    return Optional.ofNullable(functions.get(id));
  }

  /// The functions that an event starts, by id.
  ///
  /// @param event as expressions see it
  public List<Registered> listTriggeredBy(String name, Json event) {
    return functions.values().stream()
        .filter(function -> function.isTriggeredBy(name, event))
        .sorted(Comparator.comparing(Registered::id))
        .toList();
  }

  /// The functions whose runs an event may cancel.
  public List<Registered> listCancelledBy(String name) {
    return functions.values().stream()
        .filter(
            function ->
                function.cancellations().stream().anyMatch(rule -> rule.event().equals(name)))
        .sorted(Comparator.comparing(Registered::id))
        .toList();
  }

  /// Tells whether any function hears an event of a name.
  public boolean isHeard(String name) {
    return functions.values().stream().anyMatch(function -> function.isTriggeredBy(name))
        || !listCancelledBy(name).isEmpty();
  }
}
