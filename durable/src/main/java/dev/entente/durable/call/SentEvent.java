package dev.entente.durable.call;

import dev.entente.inngest.function.Event;

/// An event on its way. Immutable.
///
/// @param id the one it gets, a ULID
public record SentEvent(String id, Event event) {
  private static final String OF_THE_ENGINE = "inngest/";

  /// Tells whether only the engine itself may send events of a name.
  public static boolean isOfTheEngine(String name) {
    return name.startsWith(OF_THE_ENGINE);
  }
}
