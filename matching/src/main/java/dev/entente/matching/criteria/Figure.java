package dev.entente.matching.criteria;

/// A number that a sentence about a pair may name.
///
/// It depends on the pair alone, never on other candidates, and what time alone moves is coarse: so
/// what was said stays true, and said, for long.
///
/// @param code stable, in camel case; whoever shows it translates
/// @param value at least 0
public record Figure(String code, int value) {}
