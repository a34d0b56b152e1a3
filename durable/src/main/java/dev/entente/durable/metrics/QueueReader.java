package dev.entente.durable.metrics;

import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.durable.metrics.EngineMetrics.Depth;
import dev.entente.durable.metrics.EngineMetrics.ExecutingItem;
import dev.entente.durable.metrics.EngineMetrics.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what is to be done, and who does it.
final class QueueReader {
  private static final Duration FRESH = Duration.ofMinutes(2);
  private static final int MOST_ITEMS = 1_000;
  private static final String DEPTHS =
      """
      SELECT task_name, count(*) FILTER (WHERE picked) AS executing,
        count(*) FILTER (WHERE NOT picked AND execution_time <= ?) AS due,
        count(*) FILTER (WHERE NOT picked AND execution_time > ?) AS later
      FROM durable.queue GROUP BY task_name
      """;
  private static final String OLDEST =
      """
      SELECT execution_time FROM durable.queue WHERE execution_time <= ? AND NOT picked
      ORDER BY execution_time LIMIT 1
      """;
  private static final String EXECUTING =
      """
      SELECT task_name, task_instance, picked_by, execution_time, last_heartbeat
      FROM durable.queue WHERE last_heartbeat IS NOT NULL AND picked AND picked_by IS NOT NULL
      ORDER BY execution_time, task_name, task_instance LIMIT ?
      """;
  private static final String INSTANCES =
      """
      SELECT picked_by AS instance FROM durable.queue WHERE last_heartbeat > ? AND picked
        AND picked_by IS NOT NULL
      UNION SELECT instance FROM durable.attempt WHERE ended_at > ?
        AND hash <> '' AND outcome IN ('DONE', 'FAILED')
      ORDER BY instance
      """;

  private QueueReader() {}

  static Queue queue(Transaction transaction, Instant now) {
    Map<String, Depth> depths = new HashMap<>();
    transaction
        .list(DEPTHS, QueueReader::depth, now, now)
        .forEach(entry -> depths.put(entry.getKey(), entry.getValue()));
    Optional<Instant> oldest = transaction.find(OLDEST, row -> row.instant("execution_time"), now);
    return new Queue(depths, oldest.map(due -> Duration.between(due, now)));
  }

  private static Map.Entry<String, Depth> depth(Row row) {
    return Map.entry(
        row.text("task_name"),
        new Depth(row.large("due"), row.large("later"), row.large("executing")));
  }

  static List<ExecutingItem> executing(Transaction transaction) {
    return transaction.list(EXECUTING, QueueReader::item, MOST_ITEMS);
  }

  private static ExecutingItem item(Row row) {
    return new ExecutingItem(
        row.text("task_name"),
        row.text("task_instance"),
        row.text("picked_by"),
        row.instant("execution_time"),
        row.instant("last_heartbeat"));
  }

  static List<String> instances(Transaction transaction, Instant now) {
    Instant fresh = now.minus(FRESH);
    return transaction.list(INSTANCES, row -> row.text("instance"), fresh, fresh);
  }
}
