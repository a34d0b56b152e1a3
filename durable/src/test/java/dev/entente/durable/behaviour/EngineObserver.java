package dev.entente.durable.behaviour;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.call.App;
import dev.entente.durable.engine.Backoff;
import dev.entente.durable.engine.DurableEngine;
import dev.entente.durable.engine.EngineSettings;
import dev.entente.durable.jdbc.Row;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The embedded engine, and what its tables say of runs.
final class EngineObserver implements AutoCloseable {
  private static final Duration MOST = Duration.ofSeconds(60);

  private final EngineDatabase database = EngineDatabase.open();
  final DurableEngine engine =
      new DurableEngine(
          database.source(), EngineSettings.usual().with(Backoff.fixed(Duration.ofMillis(200))));

  void start(App... apps) {
    engine.start(apps);
  }

  Observed observe(Expectation expected) throws InterruptedException {
    String events = start(expected);
    if (!expected.then().isEmpty()) {
      await(() -> !list(WAITING, _ -> true, events).isEmpty());
      engine.events().send(expected.then());
    }
    await(() -> isOver(expected, events));
    await(() -> sent().containsAll(expected.after().stream().map(Observed::told).toList()));
    String first = list(RUNS, row -> row.text("id"), events).getFirst();
    return new Observed(
        list(RUNS, row -> row.text("status"), events),
        list(RUNS, row -> row.findJson("output"), events).getFirst(),
        list(RUNS, EngineObserver::message, events).getFirst(),
        list(STEPS, EngineObserver::stepEnd, first),
        Collections.max(list(ATTEMPTS, row -> row.number("tries"), first)),
        sent());
  }

  // Others send such events too: what counts are the runs of these.
  private String start(Expectation expected) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < expected.starts(); i++) {
      ids.add(engine.events().send(Event.of("behaviour/" + expected.id(), expected.data())));
    }
    return String.join(" ", ids);
  }

  private static final String RUNS =
      """
      SELECT id, status, output, error FROM durable.run
      WHERE event_id = ANY (string_to_array(?, ' ')) ORDER BY id
      """;

  private static final String WAITING =
      """
      SELECT 1 FROM durable.step JOIN durable.run ON run.id = run_id
      WHERE event_id = ANY (string_to_array(?, ' ')) AND step.status = 'PENDING'
      """;

  private static final String STEPS =
      """
      SELECT id, status FROM durable.step WHERE run_id = ? ORDER BY position, id
      """;

  private static final String ATTEMPTS =
      """
      SELECT max(tries) AS tries FROM (
        SELECT count(*) AS tries FROM durable.attempt WHERE run_id = ? GROUP BY hash
        UNION ALL SELECT 1) AS counted
      """;

  private static Optional<String> message(Row row) {
    return row.findJson("error").flatMap(error -> error.find("message")).flatMap(Json::text);
  }

  private static Expectation.StepEnd stepEnd(Row row) {
    return new Expectation.StepEnd(row.text("id"), row.text("status"));
  }

  private boolean isOver(Expectation expected, String events) {
    List<String> statuses = list(RUNS, row -> row.text("status"), events);
    return statuses.size() >= expected.statuses().size()
        && statuses.stream()
            .noneMatch(status -> status.equals("QUEUED") || status.equals("RUNNING"));
  }

  private List<String> sent() {
    return list(
        "SELECT name, data FROM durable.event",
        row -> Observed.told(row.text("name"), row.json("data")));
  }

  private interface Claim {
    boolean holds();
  }

  private static void await(Claim claim) throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (!claim.holds() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
  }

  private <T> List<T> list(String sql, Function<Row, T> reading, Object... values) {
    return database.database().inTransaction(transaction -> transaction.list(sql, reading, values));
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
