package dev.entente.durable.history.query;

import dev.entente.durable.history.EventDetail;
import dev.entente.durable.history.EventFilter;
import dev.entente.durable.history.EventSummary;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.jdbc.Pages;
import java.util.List;
import java.util.Optional;

/// The events that came. Shared by threads; changes nothing.
public final class EventHistory {
  /* One look into the index a name, however many events have it. */
  private static final String NAMES =
      """
      WITH RECURSIVE names (name) AS (
        SELECT min(name) FROM durable.event
        UNION ALL
        SELECT (SELECT min(e.name) FROM durable.event e WHERE e.name > names.name)
        FROM names WHERE names.name IS NOT NULL)
      SELECT name FROM names WHERE name IS NOT NULL LIMIT ?
      """;

  private final Database database;

  /// The events in a database with the engine's tables.
  public EventHistory(Database database) {
    this.database = database;
  }

  /// The newest events, in the order of their ids, newest first.
  ///
  /// For the next page, ask again with [EventFilter#before] the last one.
  ///
  /// @param most `1..1_000`
  /// @throws IllegalArgumentException if it is not
  public List<EventSummary> list(EventFilter filter, int most) {
    Pages.check(most);
    return database.inTransaction(
        transaction -> EventRows.query(filter, most).list(transaction, EventRows::summary));
  }

  /// The names that events have, in the database's order.
  ///
  /// @param most `1..1_000`
  /// @throws IllegalArgumentException if it is not
  public List<String> names(int most) {
    Pages.check(most);
    return database.inTransaction(
        transaction -> transaction.list(NAMES, row -> row.text("name"), most));
  }

  /// An event with its data.
  ///
  /// @param id the engine's
  /// @return empty if there is none with this id, or not any more
  public Optional<EventDetail> find(String id) {
    return database.inTransaction(transaction -> EventRows.find(transaction, id));
  }
}
