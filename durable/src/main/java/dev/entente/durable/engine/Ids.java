package dev.entente.durable.engine;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;

/// Makes ids of events and runs.
final class Ids {
  private Ids() {}

  /// A ULID of a time; later ones of this process are greater.
  static String next(Instant now) {
    return UlidCreator.getMonotonicUlid(now.toEpochMilli()).toString();
  }
}
