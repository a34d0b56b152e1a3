package dev.entente.server.nights;

import java.time.Instant;
import java.time.LocalDate;

/// One night: all active postings are ranked anew between its two instants.
///
/// @param date of the day on which it begins, in the zone of nights
/// @param begin from when a generation run counts for it
/// @param deadline when it must be completed, after `begin`
public record Night(LocalDate date, Instant begin, Instant deadline) {}
