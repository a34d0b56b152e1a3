package dev.entente.benchmarks.measurement;

import java.time.Duration;

/// How one number of candidates is measured.
///
/// @param candidates how many
/// @param postings most that a pass ranks
/// @param checked how many lists are compared with the plain loop's; 0 = with each other's only
/// @param rounds warm passes of each peer
/// @param threads that share a pass
/// @param longest a pass begins no posting after this time
public record Plan(
    int candidates, int postings, int checked, int rounds, int threads, Duration longest) {}
