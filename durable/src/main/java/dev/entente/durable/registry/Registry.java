package dev.entente.durable.registry;

import dev.entente.durable.queue.Item;
import dev.entente.inngest.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions of this instance, which it calls, and those of others, which it starts for them. A
/// function of this instance is known as this instance has it. Shared by threads.
public final class Registry {
  private volatile View view = new View(Map.of(), Map.of());

  /// @param own called here, by id
  /// @param known all that are or were registered anywhere, by id
  private record View(Map<String, Registered> own, Map<String, KnownFunction> known) {
    Optional<Registered> find(String id) {
      return Optional.ofNullable(own.get(id))
          .or(
              () ->
                  Optional.ofNullable(known.get(id))
                      .filter(KnownFunction::isStarted)
                      .flatMap(KnownFunction::function));
    }

    Stream<Registered> started() {
      return Stream.concat(
          own.values().stream(),
          elsewhere()
              .filter(known -> !known.isRemoved())
              .flatMap(known -> known.function().stream()));
    }

    Stream<Registered> startedOrRemoved() {
      return Stream.concat(
          own.values().stream(), elsewhere().flatMap(known -> known.function().stream()));
    }

    private Stream<KnownFunction> elsewhere() {
      return known.values().stream().filter(function -> !own.containsKey(function.id()));
    }
  }

  /// Sees whether the functions of apps can be put in the place of those that they had.
  ///
  /// @param byApp functions by the id of their app
  /// @throws IllegalArgumentException if two have one id
  public void check(Map<String, List<Registered>> byApp) {
    merge(byApp);
  }

  /// Puts the functions of apps in the place of those that they had.
  ///
  /// @param byApp functions by the id of their app
  /// @throws IllegalArgumentException if two have one id; nothing has changed then
  public synchronized void replace(Map<String, List<Registered>> byApp) {
    view = new View(merge(byApp), view.known());
  }

  private Map<String, Registered> merge(Map<String, List<Registered>> byApp) {
    Map<String, Registered> all = new HashMap<>();
    Stream.concat(
            view.own().values().stream()
                .filter(function -> !byApp.containsKey(function.definition().appId())),
            byApp.values().stream().flatMap(List::stream))
        .forEach(
            function -> {
              if (all.putIfAbsent(function.id(), function) != null) {
                throw new IllegalArgumentException(
                    "two functions have the id %s (an app's id, a hyphen, and the function's)"
                        .formatted(function.id()));
              }
            });
    return Map.copyOf(all);
  }

  /// Takes functions as they are now, of whichever instance.
  public synchronized void keep(Collection<KnownFunction> changed) {
    if (!changed.isEmpty()) {
      Map<String, KnownFunction> all = new HashMap<>(view.known());
      changed.forEach(function -> all.put(function.id(), function));
      view = new View(view.own(), Map.copyOf(all));
    }
  }

  /// What is known of functions of all instances: id, space and revision of each.
  public Set<String> listRevisions() {
    return view.known().values().stream()
        .map(function -> function.id() + " " + function.revision())
        .collect(Collectors.toSet());
  }

  /// A function that can be started, if it is known.
  public Optional<Registered> find(String id) {
    return view.find(id);
  }

  /// A function that this instance calls.
  public Optional<Registered> findCallable(String id) {
    return Optional.ofNullable(view.own().get(id));
  }

  /// The ids of the functions that this instance calls.
  public Set<String> listCallable() {
    return view.own().keySet();
  }

  /// The function of a cron's item. Of another instance's newer definition, if this instance's own
  /// has no such cron.
  public Optional<Schedule> findSchedule(Item item) {
    View now = view;
    return Stream.concat(
            now.own().values().stream(),
            now.known().values().stream()
                .filter(KnownFunction::isStarted)
                .flatMap(known -> known.function().stream()))
        .flatMap(
            function -> function.findCron(item).map(cron -> new Schedule(function, cron)).stream())
        .findFirst();
  }

  /// The functions that an event starts, by id.
  ///
  /// @param event as expressions see it
  public List<Registered> listTriggeredBy(String name, Json event) {
    return view.started()
        .filter(function -> function.isTriggeredBy(name, event))
        .sorted(Comparator.comparing(Registered::id))
        .toList();
  }

  /// The functions whose runs an event may cancel, those that were removed too.
  public List<Registered> listCancelledBy(String name) {
    return view.startedOrRemoved()
        .filter(
            function ->
                function.cancellations().stream().anyMatch(rule -> rule.event().equals(name)))
        .sorted(Comparator.comparing(Registered::id))
        .toList();
  }

  /// Tells whether any function hears an event of a name.
  public boolean isHeard(String name) {
    return view.started().anyMatch(function -> function.isTriggeredBy(name))
        || !listCancelledBy(name).isEmpty();
  }
}
