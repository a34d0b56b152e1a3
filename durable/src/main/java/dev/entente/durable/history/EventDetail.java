package dev.entente.durable.history;

import dev.entente.inngest.json.Json;

/// All that is kept of an event. Immutable.
///
/// @param data an object
public record EventDetail(EventSummary event, Json data) {}
