package dev.entente.durable.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemaDatabaseTest {
  @Test
  void migratingOnceMoreChangesNothing() {
    try (var database = EngineDatabase.open()) {
      Schema.migrate(database.source());

      List<String> tables =
          database
              .database()
              .inTransaction(
                  transaction ->
                      transaction.list(
                          "SELECT table_name FROM information_schema.tables"
                              + " WHERE table_schema = 'durable'",
                          row -> row.text("table_name")));
      assertThat(tables).contains("queue", "event", "run", "step", "attempt", "log_line");
    }
  }
}
