package dev.entente.benchmarks.measurement;

import java.time.Duration;

/// How one number of candidates is measured.
///
/// @param candidates how many
/// @param postings most that a pass of a slow peer ranks; a fast one ranks more
/// @param checked how many lists are compared with the plain loop's, at least 1
/// @param rounds warm passes of each peer
/// @param threads that share a pass
/// @param longest a pass begins no posting after this time
public record Plan(
    int candidates, int postings, int checked, int rounds, int threads, Duration longest) {}
