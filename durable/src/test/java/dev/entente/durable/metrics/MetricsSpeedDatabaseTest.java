package dev.entente.durable.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.query.ManyRows;
import dev.entente.durable.history.query.Rows;
import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// That figures do not take longer, the longer the history is. With `-Dentente.rows=1000000` it
/// measures a longer one.
final class MetricsSpeedDatabaseTest {
  private static final Instant NOW = Rows.START.plus(Duration.ofDays(90));
  private static final int ROWS = Integer.getInteger("entente.rows", 100_000);

  // Far more than it takes, since others may use the machine, and far less than a scan of all.
  private static final Duration MOST = Duration.ofMillis(20);

  @Test
  void figuresOfALongHistoryAreReadAtOnce() {
    try (var database = EngineDatabase.open()) {
      ManyRows.fill(database.database(), ROWS);
      ManyRows.attempts(database.database());
      var reader = new MetricsReader(database.database(), () -> NOW);

      Duration best = Duration.ofDays(1);
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        assertThat(reader.read().lastDay().runs()).containsKey(RunStatus.COMPLETED);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        best = took.compareTo(best) < 0 ? took : best;
      }

      System.out.printf("metrics of %d runs: %s%n", ROWS, best);
      assertThat(best).isLessThan(MOST);
    }
  }
}
