package dev.entente.server.engine;

/// This process among those that share a database.
///
/// @param name different from all others', at most 50 characters
public record Instance(String name) {}
