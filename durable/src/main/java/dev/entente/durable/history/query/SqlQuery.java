package dev.entente.durable.history.query;

import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// SQL that is put together, with its values. Of one thread.
final class SqlQuery {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  SqlQuery add(String text, Object... more) {
    sql.append(text).append('\n');
    values.addAll(List.of(more));
    return this;
  }

  SqlQuery addIf(Optional<?> value, String text) {
    value.ifPresent(there -> add(text, there));
    return this;
  }

  <T> List<T> list(Transaction transaction, Function<Row, T> reading) {
    return transaction.list(sql.toString(), reading, values.toArray());
  }

  /// How the database would do it, as JSON.
  String explain(Transaction transaction) {
    return transaction
        .find("EXPLAIN (FORMAT JSON) " + sql, row -> row.text("QUERY PLAN"), values.toArray())
        .orElseThrow();
  }
}
