package dev.entente.durable.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.query.Rows;
import dev.entente.durable.metrics.EngineMetrics.Depth;
import dev.entente.durable.metrics.EngineMetrics.Distribution;
import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsReaderDatabaseTest {
  private static final Instant NOW = Rows.START.plus(Duration.ofDays(10));

  private final EngineDatabase database = EngineDatabase.open();
  private final Rows rows = new Rows(database.database());

  @AfterEach
  void close() {
    database.close();
  }

  private EngineMetrics read() {
    return new MetricsReader(database.database(), () -> NOW).read();
  }

  private static Instant ago(Duration time) {
    return NOW.minus(time);
  }

  // Ends 10 seconds later.
  private void run(RunStatus status, Duration ago) {
    rows.run("shop-a", "e", status, ago(ago));
  }

  @Test
  void engineWithoutAnythingToDoHasNothingToTell() {
    EngineMetrics metrics = read();

    assertThat(metrics.at()).isEqualTo(NOW);
    assertThat(metrics.goingOn()).isEmpty();
    assertThat(metrics.lastDay().failureRate()).isEmpty();
    assertThat(metrics.queue().depths()).isEmpty();
    assertThat(metrics.queue().oldestDelay()).isEmpty();
    assertThat(metrics.stepsPerMinute()).isZero();
    assertThat(metrics.queueDelay()).isEmpty();
    assertThat(metrics.stepDuration()).isEmpty();
    assertThat(metrics.instances()).isEmpty();
  }

  @Test
  void runsAreCountedByWhereTheyAre() {
    run(RunStatus.QUEUED, Duration.ofDays(3));
    run(RunStatus.RUNNING, Duration.ofDays(3));
    run(RunStatus.RUNNING, Duration.ofMinutes(1));
    run(RunStatus.COMPLETED, Duration.ofMinutes(30));
    run(RunStatus.COMPLETED, Duration.ofMinutes(40));
    run(RunStatus.COMPLETED, Duration.ofMinutes(50));
    run(RunStatus.FAILED, Duration.ofMinutes(59));
    run(RunStatus.CANCELLED, Duration.ofMinutes(59));
    run(RunStatus.FAILED, Duration.ofHours(23));
    run(RunStatus.FAILED, Duration.ofDays(2));

    EngineMetrics metrics = read();

    assertThat(metrics.goingOn()).isEqualTo(Map.of(RunStatus.QUEUED, 1L, RunStatus.RUNNING, 2L));
    assertThat(metrics.lastHour().runs())
        .isEqualTo(Map.of(RunStatus.COMPLETED, 3L, RunStatus.FAILED, 1L, RunStatus.CANCELLED, 1L));
    assertThat(metrics.lastHour().failureRate()).contains(0.25);
    assertThat(metrics.lastDay().failureRate()).contains(0.4);
  }

  @Test
  void queueTellsWhatIsDueAndForHowLong() {
    rows.item("run", "r1.0", ago(Duration.ofSeconds(30)), null);
    rows.item("run", "r2.0", ago(Duration.ofSeconds(90)), "instance-1");
    rows.item("run", "r3.0", ago(Duration.ofSeconds(-5)), null);
    rows.item("timer", "r4.0.a", ago(Duration.ofSeconds(-500)), null);

    EngineMetrics metrics = read();

    assertThat(metrics.queue().depths())
        .isEqualTo(Map.of("run", new Depth(1, 1, 1), "timer", new Depth(0, 1, 0)));
    assertThat(metrics.queue().oldestDelay()).contains(Duration.ofSeconds(30));
    assertThat(metrics.executing())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.item()).isEqualTo("r2.0");
              assertThat(item.instance()).isEqualTo("instance-1");
              assertThat(item.dueSince()).isEqualTo(ago(Duration.ofSeconds(90)));
            });
  }

  @Test
  void instanceLivesWhileItsHeartbeatIsFresh() {
    rows.item("run", "r1.0", ago(Duration.ofSeconds(100)), "alive");
    rows.item("run", "r2.0", ago(Duration.ofSeconds(200)), "dead");
    String run = rows.run("shop-a", "e", RunStatus.RUNNING, ago(Duration.ofHours(1)));
    assertThat(read().instances()).containsExactly("alive");

    rows.attempt(run, "a", "DONE", ago(Duration.ofSeconds(60)), Duration.ofSeconds(1));

    assertThat(read().instances()).containsExactly("alive", "instance-1");
  }

  @Test
  void stepsCountOnceTheyEnd() {
    String run = rows.run("shop-a", "e", RunStatus.RUNNING, ago(Duration.ofHours(2)));
    for (int seconds = 1; seconds <= 100; seconds++) {
      rows.attempt(run, "a", "DONE", ago(Duration.ofMinutes(4)), Duration.ofSeconds(seconds));
    }
    rows.attempt(run, "a", "RETRIED", ago(Duration.ofMinutes(2)), Duration.ofSeconds(1));
    rows.attempt(run, "", "DONE", ago(Duration.ofMinutes(2)), Duration.ofSeconds(1));
    rows.attempt(run, "a", "DONE", ago(Duration.ofMinutes(90)), Duration.ofSeconds(1));

    EngineMetrics metrics = read();

    assertThat(metrics.stepsPerMinute()).isEqualTo(20.0);
    assertThat(metrics.stepDuration())
        .contains(
            new Distribution(
                100, Duration.ofMillis(50_500), Duration.ofSeconds(50), Duration.ofSeconds(95)));
  }

  @Test
  void queueDelayIsOfRunsThatBeganWithinTheHour() {
    run(RunStatus.RUNNING, Duration.ofMinutes(5));
    run(RunStatus.COMPLETED, Duration.ofMinutes(10));
    run(RunStatus.QUEUED, Duration.ofMinutes(10));
    run(RunStatus.RUNNING, Duration.ofHours(5));
    String late = rows.run("shop-a", "e", RunStatus.RUNNING, ago(Duration.ofHours(7)));
    rows.sql(
        "UPDATE durable.run SET started_at = ? WHERE id = ?", ago(Duration.ofSeconds(62)), late);

    assertThat(read().queueDelay())
        .contains(
            new Distribution(
                3,
                Duration.ofSeconds(8_380),
                Duration.ofSeconds(1),
                Duration.ofHours(7).minusSeconds(62)));
  }
}
