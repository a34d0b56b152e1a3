package dev.entente.durable.retention;

import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;
import java.util.List;

/// How far a walk through rows by age has come: rows of one time are in the order of their ids.
record Place(Instant time, String id) {
  // No row is older.
  static final Place START = new Place(Instant.EPOCH, "");

  /// The next stretch of rows.
  ///
  /// @param sql with the time twice, the id, the end, and the length of a stretch as its values
  /// @param column of the time
  List<Place> next(Transaction transaction, String sql, String column, Instant end, int most) {
    return transaction.list(
        sql, row -> new Place(row.instant(column), row.text("id")), time, time, id, end, most);
  }

  static List<String> ids(List<Place> stretch) {
    return stretch.stream().map(Place::id).toList();
  }
}
