package dev.entente.durable.metrics;

import dev.entente.durable.jdbc.Database;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.durable.metrics.EngineMetrics.Distribution;
import dev.entente.durable.metrics.EngineMetrics.Ended;
import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads how the engine does. Shared by threads; changes nothing.
///
/// It reads what is going on and what ended within a day, each from an index: how long the history
/// is does not matter.
public final class MetricsReader {
  private static final int MOST_SAMPLES = 10_000;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration RECENT = Duration.ofMinutes(5);
  private static final String GOING_ON =
      """
      SELECT status, count(*) AS runs FROM durable.run WHERE status IN ('QUEUED', 'RUNNING')
      GROUP BY status
      """;
  private static final String ENDED =
      """
      SELECT status, count(*) AS runs FROM durable.run WHERE ended_at > ? AND ended_at <= ?
      GROUP BY status
      """;
  private static final String STEPS =
      """
      SELECT count(*) AS steps FROM durable.attempt
      WHERE ended_at > ? AND ended_at <= ? AND hash <> '' AND outcome IN ('DONE', 'FAILED')
      """;
  private static final String STEP_DURATIONS =
      """
      SELECT ended_at - started_at AS took FROM durable.attempt
      WHERE ended_at > ? AND ended_at <= ? AND hash <> '' AND outcome IN ('DONE', 'FAILED')
      ORDER BY ended_at DESC LIMIT ?
      """;

  /* A run that began within the hour is going on, or ended within it. */
  private static final String QUEUE_DELAYS =
      """
      SELECT started_at - queued_at AS took FROM (
        SELECT started_at, queued_at FROM durable.run
        WHERE status IN ('QUEUED', 'RUNNING') AND started_at > ?
        UNION ALL (SELECT started_at, queued_at FROM durable.run
          WHERE ended_at > ? AND started_at > ? ORDER BY ended_at DESC LIMIT ?)
      ) started ORDER BY started_at DESC LIMIT ?
      """;
  private static final String DISTRIBUTION =
      """
      SELECT count(*) AS size,
        (1e6 * extract(epoch FROM avg(took)))::bigint AS mean,
        (1e6 * extract(epoch FROM percentile_disc(0.5) WITHIN GROUP (ORDER BY took)))::bigint AS p50,
        (1e6 * extract(epoch FROM percentile_disc(0.95) WITHIN GROUP (ORDER BY took)))::bigint AS p95
      FROM (
      """;

  private final Database database;
  private final InstantSource clock;

  /// The figures of a database with the engine's tables.
  ///
  /// @param clock the same as the engine's
  public MetricsReader(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Reads them, in one transaction.
  public EngineMetrics read() {
    return database.inTransaction(transaction -> read(transaction, clock.instant()));
  }

  private static EngineMetrics read(Transaction transaction, Instant now) {
    return new EngineMetrics(
        now,
        runs(transaction.list(GOING_ON, MetricsReader::ofStatus)),
        ended(transaction, now, HOUR),
        ended(transaction, now, DAY),
        QueueReader.queue(transaction, now),
        QueueReader.executing(transaction),
        QueueReader.instances(transaction, now),
        stepsPerMinute(transaction, now),
        queueDelay(transaction, now.minus(HOUR)),
        distribution(transaction, STEP_DURATIONS, now.minus(HOUR), now, MOST_SAMPLES));
  }

  private static Ended ended(Transaction transaction, Instant now, Duration within) {
    return new Ended(
        runs(transaction.list(ENDED, MetricsReader::ofStatus, now.minus(within), now)));
  }

  private static Map.Entry<RunStatus, Long> ofStatus(Row row) {
    return Map.entry(row.constant("status", RunStatus.class), row.large("runs"));
  }

  private static Map<RunStatus, Long> runs(List<Map.Entry<RunStatus, Long>> entries) {
    Map<RunStatus, Long> runs = new EnumMap<>(RunStatus.class);
    entries.forEach(entry -> runs.put(entry.getKey(), entry.getValue()));
    return runs;
  }

  private static double stepsPerMinute(Transaction transaction, Instant now) {
    long steps =
        transaction.find(STEPS, row -> row.large("steps"), now.minus(RECENT), now).orElseThrow();
    return (double) steps / RECENT.toMinutes();
  }

  private static Optional<Distribution> queueDelay(Transaction transaction, Instant from) {
    return distribution(transaction, QUEUE_DELAYS, from, from, from, MOST_SAMPLES, MOST_SAMPLES);
  }

  private static Optional<Distribution> distribution(
      Transaction transaction, String samples, Object... values) {
    return transaction
        .find(DISTRIBUTION + samples + ") samples", MetricsReader::distribution, values)
        .flatMap(found -> found);
  }

  private static Optional<Distribution> distribution(Row row) {
    long size = row.large("size");
    return size == 0
        ? Optional.empty()
        : Optional.of(
            new Distribution(size, micros(row, "mean"), micros(row, "p50"), micros(row, "p95")));
  }

  private static Duration micros(Row row, String column) {
    return Duration.of(row.large(column), ChronoUnit.MICROS);
  }
}
