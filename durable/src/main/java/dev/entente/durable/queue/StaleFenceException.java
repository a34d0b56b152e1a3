package dev.entente.durable.queue;

/// What was done is not kept: the item has been given to somebody else, or its run has ended.
public final class StaleFenceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Refuses what was done.
  public StaleFenceException(Fence fence) {
    super(
        "%s is no longer ours (fence %d): what was done is not kept"
            .formatted(fence.item().text(), fence.number()));
  }
}
