package dev.entente.durable.engine;

import dev.entente.durable.jdbc.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Does units of work: all that a unit changes, and all that comes of the events it sends. Shared
/// by threads.
final class Units {
  private final Database database;
  private final InstantSource clock;
  private final Intake intake;
  private final Runnable wake;

  /// @param wake called when there may be something to do
  Units(Database database, InstantSource clock, Intake intake, Runnable wake) {
    this.database = database;
    this.clock = clock;
    this.intake = intake;
    this.wake = wake;
  }

  /// The time, as PostgreSQL keeps it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  <T extends @Nullable Object> T get(Function<Unit, T> work) {
    var hasNews = new AtomicBoolean();
    T result =
        database.inTransaction(
            transaction -> {
              var unit = new Unit(transaction, now());
              T value = work.apply(unit);
              intake.hearAll(unit);
              hasNews.set(transaction.hasNews());
              return value;
            });
    if (hasNews.get()) {
      wake.run();
    }
    return result;
  }

  void run(Consumer<Unit> work) {
    this.<@Nullable Void>get(
        unit -> {
          work.accept(unit);
          return null;
        });
  }
}
