package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.history.EventDetail;
import dev.entente.durable.history.EventFilter;
import dev.entente.durable.history.EventSummary;
import dev.entente.durable.history.query.EventHistory;
import dev.entente.inngest.function.Event;
import java.util.List;
import java.util.Optional;

/// What has happened, and is said to have. Shared by threads.
public final class Events {
  private static final int MOST = 5_000;

  private final Units units;
  private final EventHistory history;

  Events(Units units, EventHistory history) {
    this.units = units;
    this.history = history;
  }

  /// Sends events: what they cancel, wake and start is kept when this returns, of all or of none.
  ///
  /// @return the id that each has got, in their order
  /// @param several at most 5,000
  /// @throws IllegalArgumentException if there are more, a name begins with `inngest/`, which are
  ///   the engine's own, or data could not be given to functions as they are: numbers that no
  ///   double holds, half of a pair of surrogates
  public List<String> send(List<Event> several) {
    require(
        several.size() <= MOST,
        "at most %,d events are sent at once, got: %,d".formatted(MOST, several.size()));
    several.forEach(Events::requireSendable);
    List<SentEvent> sent =
        several.stream().map(event -> new SentEvent(Ids.next(units.now()), event)).toList();
    take(sent);
    return sent.stream().map(SentEvent::id).toList();
  }

  static void requireSendable(Event event) {
    require(
        !SentEvent.isOfTheEngine(event.name()),
        "names that begin with inngest/ are the engine's, got: " + event.name());
    require(
        event.data().toExactBytes().isPresent(),
        "the data of event %s have half of a pair of surrogates".formatted(event.name()));
    event
        .data()
        .firstInexactNumber()
        .ifPresent(
            place ->
                require(
                    false,
                    "the data of event %s have a number%s that would change, as numbers are kept as doubles: give it as text"
                        .formatted(event.name(), place)));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /// Sends an event.
  ///
  /// @return the id that it has got
  public String send(Event event) {
    return send(List.of(event)).getFirst();
  }

  /// Takes events that have their ids, of all or of none: those that are known change nothing.
  void take(List<SentEvent> several) {
    units.run(unit -> several.forEach(event -> unit.emit(event, Optional.empty())));
  }

  /// Lists events, newest first.
  ///
  /// @param most `1..1_000`
  /// @throws IllegalArgumentException if it is not
  public List<EventSummary> list(EventFilter filter, int most) {
    return history.list(filter, most);
  }

  /// The names that events have, the engine's own among them.
  ///
  /// @param most `1..1_000`
  /// @throws IllegalArgumentException if it is not
  public List<String> names(int most) {
    return history.names(most);
  }

  /// An event, with its data and the runs that it has started.
  public Optional<EventDetail> find(String id) {
    return history.find(id);
  }
}
