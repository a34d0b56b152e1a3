package dev.entente.durable.queue;

/// Does items of one kind, each in transactions of its own. Shared by threads.
@FunctionalInterface
public interface Work {
  /// Does an item: by the end it is removed or postponed.
  ///
  /// @throws RuntimeException if it could not be done; then it is done again a little later
  void perform(Fence fence);
}
