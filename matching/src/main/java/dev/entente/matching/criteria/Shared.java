package dev.entente.matching.criteria;

/// How much a candidate shares with a posting at the most; the more, the higher each bound.
///
/// @param required required skills
/// @param shown required skills that are used or assessed, at most `required`
/// @param wished wished-for skills
/// @param domains domains
public record Shared(int required, int shown, int wished, int domains) {}
