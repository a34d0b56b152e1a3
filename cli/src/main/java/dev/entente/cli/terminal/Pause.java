package dev.entente.cli.terminal;

import java.time.Duration;

/// Waiting, handed in so that tests need not wait.
public interface Pause {
  /// Returns when the time is over.
  ///
  /// @throws InterruptedException if somebody wants the waiting to end
  void of(Duration time) throws InterruptedException;
}
