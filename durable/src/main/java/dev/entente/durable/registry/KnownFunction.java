package dev.entente.durable.registry;

import java.util.Optional;

/// A function of any instance, as it was registered last. Immutable.
///
/// @param revision counts up when it changes
/// @param isRemoved whether its app has it no more: nothing starts it, but its runs can be
///   cancelled
/// @param function empty if this instance cannot compile it
public record KnownFunction(
    String id, long revision, boolean isRemoved, Optional<Registered> function) {
  boolean isStarted() {
    return !isRemoved && function.isPresent();
  }
}
