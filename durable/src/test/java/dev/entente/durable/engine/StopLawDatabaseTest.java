package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Instances that are asked to stop in the middle of steps.
final class StopLawDatabaseTest {
  // Of EngineProcess.quick(): four heartbeats.
  private static final Duration TAKEN_FOR_DEAD = Duration.ofSeconds(2);

  @Test
  void whatEndsInTimeIsKeptAndTheRestIsGivenBackAtOnce() throws Exception {
    try (EngineDatabase database = Executions.openDatabase();
        var child = Child.start(database.url(), "quick", HaltPoint.never())) {
      var executions = new Executions(database.database());
      send(child, "group", "[\"soon\", \"late\", \"stubborn\"]");
      send(child, "alone", "[\"late alone\"]");
      send(child, "stubborn", "[\"stubborn alone\"]");
      while (executions.all() < 5) {
        Thread.sleep(5);
      }
      try (var engine = new DurableEngine(database.source(), EngineProcess.quick())) {
        engine.start(new LawFunctions(executions).app());

        child.terminate();
        long stopped = System.nanoTime();
        CrashLaw.awaitEnd(database.database());

        assertThat(Duration.ofNanos(System.nanoTime() - stopped))
            .isLessThan(TAKEN_FOR_DEAD.dividedBy(2));
      }
      assertThat(executions.counts())
          .containsExactly(
              new Executions.Count("late", 2),
              new Executions.Count("late alone", 2),
              new Executions.Count("soon", 1),
              new Executions.Count("stubborn", 2),
              new Executions.Count("stubborn alone", 2));
      assertThat(outcomes(database)).containsOnly("0 DONE").hasSize(5 + 3);
    }
  }

  private static void send(Child child, String id, String steps) {
    child.tell("send %s %s {\"steps\":%s}".formatted(LawFunctions.GROUP, id, steps));
  }

  private static List<String> outcomes(EngineDatabase database) {
    return database
        .database()
        .inTransaction(
            transaction ->
                transaction.list(
                    "SELECT attempt, outcome FROM durable.attempt",
                    row -> row.number("attempt") + " " + row.text("outcome")));
  }
}
