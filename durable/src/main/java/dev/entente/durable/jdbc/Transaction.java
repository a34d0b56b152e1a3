package dev.entente.durable.jdbc;

import dev.entente.inngest.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads and writes within one transaction. Of one thread.
///
/// Values of statements are texts, numbers, booleans, instants, JSON values, enum constants (by
/// name), collections of texts (as arrays), optional ones, or `null`.
public final class Transaction {
  private final Connection connection;
  private boolean hasNews;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /// Changes rows.
  ///
  /// @return how many
  public int update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  /// Runs one statement for many rows of values.
  public void updateAll(String sql, List<@Nullable Object[]> rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] values : rows) {
        bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  /// Reads rows, in their order.
  public <T> List<T> list(String sql, Function<Row, T> reading, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      var row = new Row(result);
      while (result.next()) {
        rows.add(reading.apply(row));
      }
      return rows;
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  /// Reads the first row, if there is one.
  public <T> Optional<T> find(String sql, Function<Row, T> reading, @Nullable Object... values) {
    return list(sql, reading, values).stream().findFirst();
  }

  /// Tells whether there is a row.
  public boolean exists(String sql, @Nullable Object... values) {
    return find(sql, _ -> true, values).isPresent();
  }

  /// Waits for whoever else has locked the same text; freed with the end of the transaction.
  public void lock(String text) {
    find("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, text);
  }

  /// Lets the commit not wait for the disk: for what is found out and done again after a crash.
  public void relax() {
    update("SET LOCAL synchronous_commit = off");
  }

  /// Notes that somebody should look at what is written, once it is committed.
  public void addNews() {
    hasNews = true;
  }

  /// Tells whether somebody should look.
  public boolean hasNews() {
    return hasNews;
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, values);
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, Types.NULL);
      case Optional<?> optional -> bind(statement, place, optional.orElse(null));
      case Instant instant -> statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
      case Json json -> statement.setObject(place, json.toString(), Types.OTHER);
      case Enum<?> constant -> statement.setString(place, constant.name());
      case Collection<?> texts ->
          statement.setArray(place, connection.createArrayOf("text", texts.toArray()));
      default -> statement.setObject(place, value);
    }
  }
}
