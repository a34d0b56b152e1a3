package dev.entente.durable.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An event in a list: all but its data. Immutable; the list is copied.
///
/// @param id a ULID of the engine's: newer events have greater ones
/// @param externalId the sender's
/// @param version of the shape of its data
/// @param occurredAt the sender's time, else the same as `receivedAt`
/// @param sentByRun the run whose step sent it, or whose end it tells
/// @param runIds the runs that it started, reruns included, oldest first
public record EventSummary(
    String id,
    String name,
    Optional<String> externalId,
    Optional<String> version,
    Instant occurredAt,
    Instant receivedAt,
    Optional<String> sentByRun,
    List<String> runIds) {
  public EventSummary {
    runIds = List.copyOf(runIds);
  }
}
