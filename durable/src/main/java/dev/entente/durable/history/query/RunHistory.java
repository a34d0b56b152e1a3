package dev.entente.durable.history.query;

import dev.entente.durable.history.AttemptView;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.history.ToldRun;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.jdbc.Pages;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The runs there are and were. Shared by threads; changes nothing.
public final class RunHistory {
  private static final int MOST_OF_EVENT = 1_000;
  private static final int AT_ONCE = 100;

  private static final String DETAIL = "SELECT * FROM durable.run WHERE id = ?";

  private static final String TOLD =
      """
      SELECT r.*, e.name AS event_name, r.error->>'message' AS message
      FROM durable.run r LEFT JOIN durable.event e ON e.id = r.event_id
      WHERE r.id = ANY (?) ORDER BY r.id DESC
      """;

  private static final int MOST_ATTEMPTS = 10_000;

  private static final String ATTEMPTS =
      """
      SELECT * FROM (SELECT * FROM durable.attempt WHERE run_id = ? ORDER BY id DESC LIMIT ?) a
      ORDER BY a.id
      """;

  private static final String ATTEMPTS_OF_INVOKED =
      """
      SELECT * FROM (
        SELECT attempt.* FROM durable.step
        JOIN durable.attempt ON attempt.run_id = step.invoked_run
        WHERE step.run_id = ? ORDER BY attempt.id DESC LIMIT ?) a
      ORDER BY a.id
      """;

  private final Database database;

  /// The runs in a database with the engine's tables.
  public RunHistory(Database database) {
    this.database = database;
  }

  /// The newest runs, in the order of their ids, newest first.
  ///
  /// For the next page, ask again with [RunFilter#before] the last one. Runs that begin meanwhile
  /// neither shift nor repeat a page.
  ///
  /// @param most `1..1_000`
  /// @throws IllegalArgumentException if it is not
  public List<RunSummary> list(RunFilter filter, int most) {
    Pages.check(most);
    return database.inTransaction(
        transaction -> RunQuery.of(filter, most).list(transaction, RunRows::summary));
  }

  /// Tells of each run, newest first, reading a hundred at a time: none that begins meanwhile.
  public void each(RunFilter filter, Consumer<RunSummary> action) {
    List<RunSummary> page = list(filter, AT_ONCE);
    while (!page.isEmpty()) {
      page.forEach(action);
      page = list(filter.before(page.getLast().id()), AT_ONCE);
    }
  }

  /// The runs that an event has started, reruns included, newest first; at most 1,000.
  public List<RunSummary> ofEvent(String eventId) {
    return list(RunFilter.ALL.ofEvent(eventId), MOST_OF_EVENT);
  }

  /// The runs with these ids, newest first, for people; an id that no run has is passed over.
  public List<ToldRun> tell(Collection<String> ids) {
    return database.inTransaction(
        transaction ->
            transaction.list(
                TOLD,
                row ->
                    new ToldRun(
                        RunRows.summary(row), row.findText("event_name"), row.findText("message")),
                ids));
  }

  /// A run with its steps and attempts, the newest 10,000 of these.
  ///
  /// @return empty if there is none with this id, or not any more
  public Optional<RunDetail> find(String runId) {
    return database.inTransaction(
        transaction -> transaction.find(DETAIL, row -> detail(row, transaction), runId));
  }

  /// The attempts of the runs that a run has invoked, by the id of each, oldest first; the newest
  /// 10,000 of all.
  public Map<String, List<AttemptView>> attemptsOfInvoked(String runId) {
    Map<String, List<AttemptView>> all = new HashMap<>();
    database
        .inTransaction(
            transaction ->
                transaction.list(
                    ATTEMPTS_OF_INVOKED,
                    row -> Map.entry(row.text("run_id"), RunRows.attempt(row)),
                    runId,
                    MOST_ATTEMPTS))
        .forEach(
            one -> all.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    return all;
  }

  private static RunDetail detail(Row row, Transaction transaction) {
    RunSummary run = RunRows.summary(row);
    boolean hasEnded = run.status().hasEnded();
    return new RunDetail(
        run,
        EventRows.find(transaction, run.eventId()),
        row.findJson("output"),
        RunRows.error(row),
        transaction.list(StepRows.OF_RUN, step -> StepRows.step(step, hasEnded), run.id()),
        transaction.list(ATTEMPTS, RunRows::attempt, run.id(), MOST_ATTEMPTS));
  }
}
