package dev.entente.durable.engine;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.jdbc.Database;
import java.util.List;

/// How often the code of steps was executed, whatever was kept of it: a table beside the engine's.
/// Shared by threads.
record Executions(Database database) implements StepCode {
  /// How often a step's code was executed.
  record Count(String step, int times) {}

  /// A database of a test's own with that table.
  static EngineDatabase openDatabase() {
    EngineDatabase made = EngineDatabase.open();
    made.database()
        .transact(
            transaction ->
                transaction.update(
                    "CREATE TABLE execution (id bigint GENERATED ALWAYS AS IDENTITY, step text)"));
    return made;
  }

  @Override
  public void during(String step) {
    database.transact(
        transaction -> transaction.update("INSERT INTO execution (step) VALUES (?)", step));
  }

  List<Count> counts() {
    return database.inTransaction(
        transaction ->
            transaction.list(
                "SELECT step, count(*) AS times FROM execution GROUP BY step ORDER BY step",
                row -> new Count(row.text("step"), row.number("times"))));
  }

  int all() {
    return counts().stream().mapToInt(Count::times).sum();
  }
}
