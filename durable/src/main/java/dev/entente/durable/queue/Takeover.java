package dev.entente.durable.queue;

/// Gives items back to the queue that nobody ends. Shared by threads.
public interface Takeover {
  /// The instance that had an item is gone.
  void takeOver(Fence fence);

  /// What was done of an item was refused: if it is ours still, its run has ended, and whoever
  /// takes it next drops it.
  void giveBack(Fence fence);
}
