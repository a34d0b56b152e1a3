package dev.entente.durable.history.query;

import dev.entente.durable.history.EventDetail;
import dev.entente.durable.history.EventFilter;
import dev.entente.durable.history.EventSummary;
import dev.entente.durable.history.TimeRange;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import java.util.List;
import java.util.Optional;

/// Reads rows of events, with the runs that they started beside.
final class EventRows {
  private static final String RUNS =
      """
      SELECT e.*, (SELECT string_agg(r.id, ',' ORDER BY r.id) FROM durable.run r
        WHERE r.event_id = e.id) AS runs
      """;
  private static final String DETAIL = RUNS + "FROM durable.event e WHERE e.id = ?";

  private EventRows() {}

  static Optional<EventDetail> find(Transaction transaction, String id) {
    return transaction.find(DETAIL, row -> new EventDetail(summary(row), row.json("data")), id);
  }

  /// The query of a filter, newest first.
  static SqlQuery query(EventFilter filter, int most) {
    TimeRange times = filter.times();
    var query = new SqlQuery().add(RUNS + "FROM (SELECT");
    query.add("id, name, external_id, version, occurred_at, received_at, sent_by_run");
    query.add("FROM durable.event WHERE true");
    query.addIf(filter.name(), "AND name = ?");
    if (filter.name().isEmpty() && !filter.showsInternal()) {
      // As the index says it.
      query.add("AND NOT starts_with(name, 'inngest/')");
    }
    query.addIf(filter.before(), "AND id < ?");
    query.addIf(times.firstId(), "AND id >= ?").addIf(times.from(), "AND received_at >= ?");
    query.addIf(times.lastId(), "AND id < ?").addIf(times.until(), "AND received_at < ?");
    return query.add("ORDER BY id DESC LIMIT ?) e ORDER BY e.id DESC", most);
  }

  static EventSummary summary(Row row) {
    return new EventSummary(
        row.text("id"),
        row.text("name"),
        row.findText("external_id"),
        row.findText("version"),
        row.instant("occurred_at"),
        row.instant("received_at"),
        row.findText("sent_by_run"),
        row.findText("runs").map(ids -> List.of(ids.split(",", -1))).orElse(List.of()));
  }
}
