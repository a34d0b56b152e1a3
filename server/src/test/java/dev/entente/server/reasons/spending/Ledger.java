package dev.entente.server.reasons.spending;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.entente.postgres.PostgresServer;
import dev.entente.testkit.SettableClock;
import dev.entente.testkit.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The tables of the service on a database of their own, and who spends on them.
final class Ledger {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static final String NAME = "spending";
  private static final HikariDataSource SOURCE = source();

  final SettableClock clock = new SettableClock(NOW);

  /// Empties it.
  Ledger() {
    client().sql("TRUNCATE model_call, model_stop, reason_count").update();
  }

  private static HikariDataSource source() {
    PostgresServer server = TestDatabase.server();
    var config = new HikariConfig();
    config.setJdbcUrl(create(server));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setSchema("entente");
    config.setMaximumPoolSize(12);
    var source = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(source)
        .schemas("entente")
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return source;
  }

  private static String create(PostgresServer server) {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + NAME);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server.jdbcUrl().replaceFirst("/entente(?=$|\\?)", "/" + NAME);
  }

  JdbcClient client() {
    return JdbcClient.create(SOURCE);
  }

  /// An instance that starts now.
  ///
  /// @param variables without their common beginning, each before what it holds
  Spending instance(String... variables) {
    Map<String, String> set = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      set.put("ENTENTE_REASONS_" + variables[i], variables[i + 1]);
    }
    return new Spending(
        client(),
        new DataSourceTransactionManager(SOURCE),
        SpendingSettings.of(name -> Optional.ofNullable(set.get(name))),
        clock);
  }
}
