package dev.entente.server.matchings;

/// What is known of a stored list without reading it. Whoever else than the writer changes a listed
/// row takes the mark away: triggers of V029 do.
///
/// @param digest of its rows
/// @param modelReasons how many of them a model has told; none waits for a model
record ListMark(long digest, int modelReasons) {}
