package dev.entente.durable.queue;

/// Hears that the instance that had an item is gone.
@FunctionalInterface
public interface Takeover {
  /// Gives the item back to the queue.
  void takeOver(Fence fence);
}
