package dev.entente.server.matchings;

/// What is known of a stored list without reading it. A trigger takes it away when anybody but the
/// writer changes a listed row.
///
/// @param digest of its rows
/// @param modelReasons how many of them a model has told; none waits for a model
record ListMark(long digest, int modelReasons) {}
