package dev.entente.durable.retention;

import dev.entente.durable.jdbc.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Deletes what is older than it is kept, in short transactions. Shared by threads; several
/// instances may purge at once, and one that is stopped loses nothing: the next goes on.
///
/// It deletes runs that have ended, with their steps, attempts and lines; lines of runs that are
/// kept longer than lines; events that no run refers to any more; and what keeps something from
/// being started twice, once it is older than the 24 hours that it does so. It deletes no run that
/// is going on, none that such a run waits for, no event of a run that is kept, and no function.
public final class Purge {
  /* Longer than the 24 hours that a key counts, since the clocks of instances differ. */
  private static final Duration KEYS = Duration.ofHours(25);
  private static final Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);

  private final Database database;
  private final InstantSource clock;
  private final Retention retention;

  /// A purge of a database with the engine's tables.
  public Purge(Database database, InstantSource clock, Retention retention) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
  }

  /// Deletes all that is too old.
  ///
  /// @throws dev.entente.durable.jdbc.DatabaseException if the database fails; what was deleted
  ///   before stays deleted
  public Purged run() {
    return purge(ENDLESS);
  }

  /// The same, stopping once the time is up, or the thread is interrupted: behind the transaction
  /// that is under way then. The first one is always made.
  ///
  /// @param most zero or less for one transaction
  public Purged purge(Duration most) {
    long start = System.nanoTime();
    Purged sum = Purged.NOTHING;
    for (Sweep first : sweeps(clock.instant())) {
      Optional<Sweep> rest = Optional.of(first);
      while (rest.isPresent()) {
        Sweep.Batch batch = database.inTransaction(rest.get()::next);
        sum = sum.plus(batch.purged());
        rest = batch.rest();
        if (isUp(start, most)) {
          return sum.stopped();
        }
      }
    }
    return sum;
  }

  private static boolean isUp(long start, Duration most) {
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    return Thread.currentThread().isInterrupted() || taken.compareTo(most) >= 0;
  }

  // Runs before events: those of runs that are deleted can go, too.
  private List<Sweep> sweeps(Instant now) {
    Instant keys = now.minus(KEYS);
    return List.of(
        KeySweep.ofIdempotency(keys),
        KeySweep.ofEvents(keys),
        KeySweep.ofCronTicks(keys),
        new LogSweep(now.minus(retention.logs())),
        new RunSweep(now.minus(retention.runs())),
        new EventSweep(now.minus(retention.events())));
  }
}
