package dev.entente.server.engine.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event that the engine has received, without its data. Immutable; the list is copied.
///
/// @param id the engine's; newer events have greater ones
/// @param occurredAt the sender's time, else the same as `receivedAt`
/// @param senderId the sender's id; null if it gave none
/// @param sentByRun the engine's run whose step sent it, or whose end it tells; null if another
///   sent it
/// @param runIds the engine's runs that it started, oldest first
public record EngineEvent(
    String id,
    String name,
    Instant occurredAt,
    Instant receivedAt,
    @Nullable String senderId,
    @Nullable String sentByRun,
    List<String> runIds) {
  public EngineEvent {
    runIds = List.copyOf(runIds);
  }

  /// The same with its data. Immutable.
  ///
  /// @param json an object
  public record WithData(EngineEvent event, String json) {}
}
