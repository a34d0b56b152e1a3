package dev.entente.postgres;

import dev.entente.postgres.PostgresFailure.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// The database of the product on a server of ours, and how it is reached.
final class Database {
  private static final String NAME = "entente";
  private static final String LONGEST_SECONDS = "60";
  private static final String WRONG_PASSWORD = "28P01";

  private final int port;
  private final String password;

  Database(int port, String password) {
    this.port = port;
    this.password = password;
  }

  String url() {
    return url(NAME);
  }

  /// Where the product's database is on a server at a port.
  static String url(int port) {
    return url(port, NAME);
  }

  private String url(String database) {
    return url(port, database);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String password() {
    return password;
  }

  /// Asks the server, and makes the database if it is not there.
  ///
  /// @throws PostgresFailure PASSWORD_WRONG, DISK_FULL or UNREACHABLE
  void create(Path folder) {
    var properties = new Properties();
    properties.setProperty("user", Cluster.USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", LONGEST_SECONDS);
    properties.setProperty("socketTimeout", LONGEST_SECONDS);
    try (Connection connection = DriverManager.getConnection(url("postgres"), properties);
        Statement statement = connection.createStatement()) {
      if (!isThere(statement)) {
        statement.execute("CREATE DATABASE " + NAME);
      }
    } catch (SQLException e) {
      throw failure(folder, e);
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    String query = "SELECT FROM pg_database WHERE datname = '%s'".formatted(NAME);
    try (ResultSet found = statement.executeQuery(query)) {
      return found.next();
    }
  }

  private PostgresFailure failure(Path folder, SQLException e) {
    String words = String.valueOf(e.getMessage());
    if (WRONG_PASSWORD.equals(e.getSQLState())) {
      return PostgresFailure.of(Kind.PASSWORD_WRONG, Cluster.password(folder));
    }
    return Disk.saysFull(words)
        ? Disk.full(folder)
        : PostgresFailure.of(Kind.UNREACHABLE, port, words, new ServerLog(folder).file());
  }
}
