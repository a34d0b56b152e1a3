package dev.entente.durable.history.query;

import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.TimeRange;
import dev.entente.durable.store.RunStatus;
import java.util.List;

/// Finds the runs of a filter, newest first, by the index that fits.
/* Each index ends in the id, so that a page is read from it as it stands, however many runs there
 * are. For several functions or statuses the page of each is read, and the newest of all are taken:
 * one scan by id alone could pass over a million others before it has a page. */
final class RunQuery {
  private static final String COLUMNS =
      """
      r.id, r.function_id, r.status, r.reason, r.event_id, r.round, r.attempt, r.queued_at,
      r.started_at, r.ended_at, r.scheduled_for, r.is_late, r.missed, r.invoked_by, r.invoked_step,
      r.rerun_of, r.rerun_from
      """;

  private final RunFilter filter;
  private final int most;
  private final SqlQuery query = new SqlQuery();

  private RunQuery(RunFilter filter, int most) {
    this.filter = filter;
    this.most = most;
  }

  /// The query, whose rows [RunRows] reads.
  static SqlQuery of(RunFilter filter, int most) {
    return new RunQuery(filter, most).build();
  }

  private SqlQuery build() {
    if (filter.eventId().isPresent() || filter.rerunOf().isPresent()) {
      return ofFew();
    }
    return isKeyed() ? ofKeys() : page();
  }

  private boolean isKeyed() {
    return filter.functionId().isPresent()
        || filter.appId().isPresent()
        || !filter.statuses().isEmpty();
  }

  // Few enough to be sorted: what comes before the page must not tempt into a scan by id.
  private SqlQuery ofFew() {
    query.add("WITH r AS MATERIALIZED (SELECT * FROM durable.run r WHERE true");
    query.addIf(filter.eventId(), "AND r.event_id = ?");
    query.addIf(filter.rerunOf(), "AND r.rerun_of = ?");
    query.add(") SELECT " + COLUMNS + " FROM r WHERE true");
    query.addIf(filter.functionId(), "AND r.function_id = ?");
    query.addIf(
        filter.appId(), "AND r.function_id IN (SELECT id FROM durable.function WHERE app_id = ?)");
    if (!filter.statuses().isEmpty()) {
      query.add("AND r.status = ANY (?)", statuses());
    }
    return endOfPage();
  }

  private SqlQuery ofKeys() {
    query.add("SELECT r.* FROM (SELECT id FROM durable.function WHERE true");
    query.addIf(filter.appId(), "AND app_id = ?");
    query.addIf(filter.functionId(), "AND id = ?");
    query.add(") f");
    if (filter.statuses().isEmpty()) {
      query.add("CROSS JOIN LATERAL (");
      page("AND r.function_id = f.id");
    } else {
      query.add("CROSS JOIN LATERAL unnest(?::text[]) AS s (status)", statuses());
      query.add("CROSS JOIN LATERAL (");
      page("AND r.function_id = f.id AND r.status = s.status");
    }
    return query.add(") r ORDER BY r.id DESC LIMIT ?", most);
  }

  private SqlQuery page() {
    return page("");
  }

  private SqlQuery page(String condition) {
    query.add("SELECT " + COLUMNS + " FROM durable.run r WHERE true");
    query.add(condition);
    return endOfPage();
  }

  private SqlQuery endOfPage() {
    TimeRange times = filter.times();
    query.addIf(filter.before(), "AND r.id < ?");
    query.addIf(times.firstId(), "AND r.id >= ?").addIf(times.from(), "AND r.queued_at >= ?");
    query.addIf(times.lastId(), "AND r.id < ?").addIf(times.until(), "AND r.queued_at < ?");
    return query.add("ORDER BY r.id DESC LIMIT ?", most);
  }

  private List<String> statuses() {
    return filter.statuses().stream().map(RunStatus::name).toList();
  }
}
