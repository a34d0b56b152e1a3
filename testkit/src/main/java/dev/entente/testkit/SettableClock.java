package dev.entente.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test turns it. Shared by threads.
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  /// Stands at an instant.
  public SettableClock(Instant now) {
    this.now = now;
  }

  /// Turns it to an instant.
  public void set(Instant instant) {
    now = instant;
  }

  /// Turns it on.
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
