package dev.entente.durable.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.query.Rows;
import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;

/// What stays and what goes, over random histories.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PurgeLawsDatabaseTest {
  private static final List<RunStatus> STATUSES = List.of(RunStatus.values());
  private static final Instant NOW = Rows.START.plus(Duration.ofDays(100));

  private final EngineDatabase database = EngineDatabase.open();
  private final Rows rows = new Rows(database.database());

  @AfterAll
  void close() {
    database.close();
  }

  private record Event(String id, Instant at) {}

  private record Run(String id, String eventId, boolean isGoingOn, Instant end, int parent) {}

  @RepeatedTest(12)
  void purgeKeepsWhatIsToStayAndDeletesTheRest(RepetitionInfo repetition) {
    rows.sql(
        "TRUNCATE durable.run, durable.event, durable.step, durable.attempt, durable.log_line");
    var random = new Random(repetition.getCurrentRepetition());
    var retention = new Retention(days(random), days(random), days(random));
    List<Event> events = events(random);
    List<Run> runs = runs(random, events);

    Purged purged = new Purge(database.database(), () -> NOW, retention).run();

    Predicate<Run> isKept =
        run ->
            run.isGoingOn()
                || !run.end().isBefore(NOW.minus(retention.runs()))
                || (run.parent() >= 0 && runs.get(run.parent()).isGoingOn());
    List<Run> kept = runs.stream().filter(isKept).toList();
    assertThat(ids("SELECT id FROM durable.run"))
        .isEqualTo(new TreeSet<>(kept.stream().map(Run::id).toList()));
    assertThat(ids("SELECT run_id AS id FROM durable.step"))
        .isEqualTo(ids("SELECT id FROM durable.run"));
    assertThat(ids("SELECT run_id AS id FROM durable.attempt"))
        .isEqualTo(ids("SELECT id FROM durable.run"));
    assertThat(ids("SELECT run_id AS id FROM durable.log_line"))
        .isEqualTo(
            new TreeSet<>(
                kept.stream()
                    .filter(r -> r.isGoingOn() || !r.end().isBefore(NOW.minus(retention.logs())))
                    .map(Run::id)
                    .toList()));
    Predicate<Event> isUsed =
        event -> kept.stream().anyMatch(run -> run.eventId().equals(event.id()));
    assertThat(ids("SELECT id FROM durable.event"))
        .isEqualTo(
            new TreeSet<>(
                events.stream()
                    .filter(
                        event ->
                            isUsed.test(event)
                                || !event.at().isBefore(NOW.minus(retention.events())))
                    .map(Event::id)
                    .toList()));
    assertThat(purged.runs()).isEqualTo(runs.size() - kept.size());
    assertThat(purged.steps()).isEqualTo(purged.runs());
    assertThat(purged.isComplete()).isTrue();
  }

  private static Duration days(Random random) {
    return Duration.ofDays(2 + random.nextInt(98));
  }

  private List<Event> events(Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant at = at(random);
      events.add(new Event(rows.event("a", at), at));
    }
    return events;
  }

  private static Instant at(Random random) {
    return Rows.START.plus(Duration.ofHours(random.nextInt(2_400)));
  }

  private List<Run> runs(Random random, List<Event> events) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Event event = events.get(random.nextInt(events.size()));
      RunStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
      Instant at = at(random);
      int parent = random.nextInt(3) == 0 && i > 0 ? random.nextInt(i) : -1;
      String id = rows.run("shop-a", event.id(), status, at);
      if (parent >= 0) {
        rows.sql("UPDATE durable.run SET invoked_by = ? WHERE id = ?", runs.get(parent).id(), id);
      }
      rows.step(id, "a", "RUN", 0);
      rows.attempt(id, "a", "DONE", at, Duration.ofSeconds(1));
      rows.logLine(id, at);
      runs.add(new Run(id, event.id(), !status.hasEnded(), at.plusSeconds(10), parent));
    }
    return runs;
  }

  private Set<String> ids(String sql) {
    return database
        .database()
        .inTransaction(transaction -> new TreeSet<>(transaction.list(sql, row -> row.text("id"))));
  }
}
