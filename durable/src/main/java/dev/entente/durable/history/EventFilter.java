package dev.entente.durable.history;

import java.time.Instant;
import java.util.Optional;

/// Which events are listed: those for which all of it holds. Immutable.
///
/// @param name in full; it shows events of the engine's own too
/// @param times when they were received
/// @param before only older ones than this event: the last of the page before
/// @param showsInternal whether events of the engine's own, `inngest/…`, are among them
public record EventFilter(
    Optional<String> name, TimeRange times, Optional<String> before, boolean showsInternal) {
  /// All events but the engine's own.
  public static final EventFilter SENT =
      new EventFilter(Optional.empty(), TimeRange.ALWAYS, Optional.empty(), false);

  /// The same of one name.
  public EventFilter named(String text) {
    return new EventFilter(Optional.of(text), times, before, showsInternal);
  }

  /// The same, received at this time or later.
  public EventFilter from(Instant time) {
    return new EventFilter(name, times.from(time), before, showsInternal);
  }

  /// The same, received before this time.
  public EventFilter until(Instant time) {
    return new EventFilter(name, times.until(time), before, showsInternal);
  }

  /// The same on the next page.
  ///
  /// @param eventId the last one of the page before; it need not exist any more
  public EventFilter before(String eventId) {
    return new EventFilter(name, times, Optional.of(eventId), showsInternal);
  }

  /// The same with the engine's own.
  public EventFilter withInternal() {
    return new EventFilter(name, times, before, true);
  }
}
