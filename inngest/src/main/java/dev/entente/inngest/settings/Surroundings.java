package dev.entente.inngest.settings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Time and chance, as whoever composes a program hands them in.
///
/// @param clock the time
/// @param random must be fit for names that nobody else may choose; shared by threads
/// @param pause lets time pass
public record Surroundings(InstantSource clock, RandomGenerator random, Pause pause) {
  /// Lets time pass.
  @FunctionalInterface
  public interface Pause {
    /// Waits.
    ///
    /// @throws InterruptedException if the thread is to end
    void take(Duration duration) throws InterruptedException;
  }
}
