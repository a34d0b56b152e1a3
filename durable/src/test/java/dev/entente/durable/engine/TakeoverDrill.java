package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.jdbc.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two processes with the usual settings, of which one is killed in the middle of 2,000 steps. Not
/// in the gate: `-Dtest=TakeoverDrill`.
final class TakeoverDrill {
  private static final int RUNS = 20;
  private static final int STEPS = 2_000;
  private static final Duration MOST = Duration.ofSeconds(30);

  // What the other one has committed first in a run, behind the takeover of its items.
  private static final String FIRST_COMMITS =
      """
      SELECT lost.ended_at AS taken, min(next.ended_at) AS gone_on
      FROM durable.attempt lost JOIN durable.attempt next
        ON next.run_id = lost.run_id AND next.id > lost.id AND next.outcome <> 'LOST'
        AND lost.hash IN ('', next.hash)
      WHERE lost.outcome = 'LOST' GROUP BY lost.id, lost.ended_at ORDER BY lost.id
      """;

  private static final String STORED =
      """
      SELECT times, count(*) AS count FROM (
        SELECT count(*) AS times FROM durable.attempt WHERE outcome = 'DONE' AND hash <> ''
        GROUP BY run_id, hash) steps
      GROUP BY times
      """;

  private record Stored(int times, int steps) {}

  private record Takeover(Instant taken, Instant goneOn) {}

  @Test
  void whatADeadInstanceHadIsTakenOverInTime() throws Exception {
    try (EngineDatabase open = Executions.openDatabase();
        var one = Child.start(open.url(), "usual", HaltPoint.never());
        var other = Child.start(open.url(), "usual", HaltPoint.never())) {
      Database database = open.database();
      for (int run = 0; run < RUNS; run++) {
        (run % 2 == 0 ? one : other).tell("send %s %d {}".formatted(LawFunctions.MANY, run));
      }
      while (done(database) < STEPS / 2) {
        Thread.sleep(10);
      }
      one.kill();
      Instant killed = Instant.now();
      CrashLaw.awaitEnd(database);

      List<Takeover> takeovers = takeovers(database);
      report(database, takeovers, killed);
      assertThat(stored(database)).containsExactly(new Stored(1, STEPS));
      assertThat(takeovers)
          .isNotEmpty()
          .allMatch(takeover -> takeover.goneOn().isBefore(killed.plus(MOST)));
    }
  }

  private static int done(Database database) {
    return stored(database).stream().mapToInt(Stored::steps).sum();
  }

  private static List<Stored> stored(Database database) {
    return database.inTransaction(
        transaction ->
            transaction.list(STORED, row -> new Stored(row.number("times"), row.number("count"))));
  }

  private static List<Takeover> takeovers(Database database) {
    return database.inTransaction(
        transaction ->
            transaction.list(
                FIRST_COMMITS, row -> new Takeover(row.instant("taken"), row.instant("gone_on"))));
  }

  private static void report(Database database, List<Takeover> takeovers, Instant killed) {
    System.out.printf(
        "%d steps, %d executions; taken over %d items, first in %.1f s, all in %.1f s, gone on with"
            + " in %.1f s%n",
        STEPS,
        new Executions(database).all(),
        takeovers.size(),
        takeovers.stream().mapToDouble(t -> seconds(killed, t.taken())).min().orElse(-1),
        takeovers.stream().mapToDouble(t -> seconds(killed, t.taken())).max().orElse(-1),
        takeovers.stream().mapToDouble(t -> seconds(killed, t.goneOn())).max().orElse(-1));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
