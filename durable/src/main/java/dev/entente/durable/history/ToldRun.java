package dev.entente.durable.history;

import java.util.Optional;

/// A run in a list for people: with what started it and what it failed of, in few words. Immutable.
///
/// @param eventName empty only if somebody has deleted the event by hand
/// @param error the message of what it failed of
public record ToldRun(RunSummary run, Optional<String> eventName, Optional<String> error) {}
