package dev.entente.matching.vocabulary;

/// A canonical id that somebody may mean with what they have typed so far.
///
/// @param id canonical
/// @param alias the name of it that what was typed is in; empty where that is the id itself
public record Suggestion(String id, String alias) {}
