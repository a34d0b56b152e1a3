package dev.entente.benchmarks.peers;

/// One place of a list, as every peer gives it.
///
/// @param candidate the candidate's number
/// @param total the weighted sum of the scores, `0..100_000_000`
public record Place(int candidate, long total) {}
