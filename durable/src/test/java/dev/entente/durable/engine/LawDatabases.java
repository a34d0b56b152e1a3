package dev.entente.durable.engine;

import dev.entente.durable.EngineDatabase;
import dev.entente.postgres.PostgresServer;
import dev.entente.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Databases with the engine's tables and a count of executions, made quickly, one a scenario.
/// Shared by threads.
final class LawDatabases {
  private final String template;
  private final String url;
  private final AtomicInteger count = new AtomicInteger();

  LawDatabases() {
    try (EngineDatabase database = EngineDatabase.open()) {
      Executions.create(database.database());
      url = database.url();
      template = url.replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
    }
  }

  synchronized EngineDatabase open() throws SQLException {
    String name = template + "_" + count.incrementAndGet();
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    String own = url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    return new EngineDatabase(own, EngineDatabase.connect(own));
  }

  private static void execute(String sql) throws SQLException {
    PostgresServer server = TestDatabase.server();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
