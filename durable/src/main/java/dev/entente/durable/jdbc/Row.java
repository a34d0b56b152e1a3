package dev.entente.durable.jdbc;

import dev.entente.inngest.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The row of a result that is being read. Of one thread, and valid until the next.
public final class Row {
  private final ResultSet result;

  private interface Reading<T> {
    @Nullable T read() throws SQLException;
  }

  Row(ResultSet result) {
    this.result = result;
  }

  /// A text that is there.
  public String text(String column) {
    return there(column, () -> result.getString(column));
  }

  /// A text, or none.
  public Optional<String> findText(String column) {
    return find(() -> result.getString(column));
  }

  /// A number that is there.
  public int number(String column) {
    return there(column, () -> result.getInt(column));
  }

  /// A large number that is there.
  public long large(String column) {
    return there(column, () -> result.getLong(column));
  }

  /// Whether it is so.
  public boolean isTrue(String column) {
    return there(column, () -> result.getBoolean(column));
  }

  /// A time that is there.
  public Instant instant(String column) {
    return findInstant(column).orElseThrow(() -> missing(column));
  }

  /// A time, or none.
  public Optional<Instant> findInstant(String column) {
    return find(() -> result.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /// A JSON value that is there.
  public Json json(String column) {
    return findJson(column).orElseThrow(() -> missing(column));
  }

  /// A JSON value, or none.
  public Optional<Json> findJson(String column) {
    return findText(column).map(Json::parse);
  }

  /// A constant by its name.
  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    return Enum.valueOf(type, text(column));
  }

  private static <T> T there(String column, Reading<T> reading) {
    return find(reading).orElseThrow(() -> missing(column));
  }

  private static <T> Optional<T> find(Reading<T> reading) {
    try {
      return Optional.ofNullable(reading.read());
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  private static IllegalStateException missing(String column) {
    return new IllegalStateException("no value in column " + column);
  }
}
