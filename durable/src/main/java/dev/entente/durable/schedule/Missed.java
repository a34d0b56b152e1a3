package dev.entente.durable.schedule;

import java.time.Instant;

/// Instants of a cron that have gone by. Immutable.
///
/// @param latest the last of them
/// @param count how many there were, the last included, from 1; 10,000 stands for more, too
public record Missed(Instant latest, int count) {}
