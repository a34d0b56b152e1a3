package dev.entente.durable.queue;

/// The right to do an item: valid until somebody else has it. Immutable.
///
/// @param number counts up whenever the item is given to somebody: only the newest is valid
/// @param instance who has it
public record Fence(Item item, long number, String instance) {}
