package dev.entente.durable.remote.server;

import dev.entente.durable.call.SentEvent;
import java.util.List;

/// Where events of SDKs go. Shared by threads.
public interface EventSink {
  /// An id for an event, a ULID.
  String newId();

  /// Takes events, all or none; those whose ids are known change nothing.
  ///
  /// @throws IllegalArgumentException whose message is told to the sender
  void take(List<SentEvent> events);
}
