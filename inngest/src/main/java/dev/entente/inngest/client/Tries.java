package dev.entente.inngest.client;

import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Surroundings;
import java.time.Duration;
import java.util.function.Supplier;

/// Tries again what failed and may do later: five times in all, each pause twice the one before and
/// up to 100 ms more by chance. Shared by threads.
final class Tries {
  private static final int MOST = 5;
  private static final long BASE_MILLIS = 100;

  private final Surroundings surroundings;

  Tries(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  <T> T get(String what, Supplier<T> call) {
    for (int i = 1; ; i++) {
      try {
        return call.get();
      } catch (ServerException e) {
        if (!e.isTransient() || i == MOST) {
          throw e;
        }
        pause(what, i);
      }
    }
  }

  private void pause(String what, int tries) {
    long jitter = surroundings.random().nextLong(BASE_MILLIS);
    try {
      surroundings.pause().take(Duration.ofMillis((BASE_MILLIS << (tries - 1)) + jitter));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(what);
    }
  }
}
