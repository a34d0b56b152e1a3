package dev.entente.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.schema.Schema;
import dev.entente.postgres.PostgresServer;
import dev.entente.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of a test's own, with the engine's tables, on the server that all tests share.
///
/// @param url with user and password
public record EngineDatabase(String url, HikariDataSource source) implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int CONNECTIONS = 20;

  /// The tables are made once: a copy of them takes a tenth of the time.
  private static final class Template {
    private static final String NAME = make();

    private static String make() {
      String name = create("template1");
      try (HikariDataSource source = connect(url(name))) {
        Schema.migrate(source);
      }
      return name;
    }
  }

  /// Makes one.
  public static EngineDatabase open() {
    String url = url(create(Template.NAME));
    return new EngineDatabase(url, connect(url));
  }

  private static String create(String template) {
    String name = "durable_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return name;
  }

  private static void execute(String sql) {
    PostgresServer server = TestDatabase.server();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String url(String name) {
    PostgresServer server = TestDatabase.server();
    String url = server.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    return url
        + (url.contains("?") ? "&" : "?")
        + "user=%s&password=%s".formatted(server.user(), server.password());
  }

  /// Connections to a database, as an engine is given them.
  public static HikariDataSource connect(String url) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  /// Its SQL.
  public Database database() {
    return new Database(source);
  }

  // Left to the end, hundreds of them take longer to delete than a process has to end.
  @Override
  public void close() {
    source.close();
    String name = url.replaceFirst(".*/([^/?]+)\\?.*$", "$1");
    execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
  }
}
