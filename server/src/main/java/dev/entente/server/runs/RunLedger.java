package dev.entente.server.runs;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.runs.GenerationRun.Failure;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The record of generation runs; nobody else writes it.
///
/// A run that goes on may be ended by another process that takes it for dead; then its changes
/// throw a [RunEndedException], and change nothing.
@Component
public class RunLedger {
  private static final String OPEN =
      """
      INSERT INTO generation_run (id, status, started_by, started_at, as_of, weights, engine_version,
          alias_version)
      VALUES (:id, 'RUNNING', :startedBy, :now, :asOf, :weights::json, :engine, :aliases)
      """;
  private static final String CALIBRATE =
      """
      UPDATE generation_run SET feedback_mean = :feedbackMean, training_mean = :trainingMean,
          postings_total = :postings
      WHERE id = :id AND status = 'RUNNING'
      """;
  private static final String PROGRESS =
      """
      UPDATE generation_run SET postings_total = :postings, candidates = :candidates,
          postings_written = :written,
          matchings = :matchings, load_millis = :load, rank_millis = :rank, write_millis = :write
      WHERE id = :id AND status = 'RUNNING'
      """;
  private static final String FINISH =
      """
      UPDATE generation_run SET status = :status, finished_at = :now, error = :error
      WHERE id = :id AND status = 'RUNNING'
      """;
  private static final String COUNT_FAILURES =
      """
      UPDATE generation_run SET postings_failed = :postings, candidates_failed = :candidates
      WHERE id = :id AND status = 'RUNNING'
      """;
  private static final String FAILURES =
      """
      INSERT INTO generation_failure (run_id, job_posting_id, candidate_id, reason)
      SELECT :run, posting, candidate, reason
      FROM unnest(:postings::text[], :candidates::text[], :reasons::text[])
        AS failure (posting, candidate, reason)
      WHERE candidate IS NULL OR EXISTS (SELECT FROM candidate AS one WHERE one.id = candidate)
      ON CONFLICT DO NOTHING
      """;
  private static final String INTERRUPT =
      """
      UPDATE generation_run SET status = 'INTERRUPTED', finished_at = :now WHERE status = 'RUNNING'
      """;
  private static final String LAST_CONDITIONS =
      """
      SELECT as_of, feedback_mean, training_mean FROM generation_run
      WHERE status = 'COMPLETED' ORDER BY started_at DESC, finished_at DESC, id LIMIT 1
      """;
  private static final String STANDING_CONDITIONS =
      """
      SELECT as_of, feedback_mean, training_mean FROM generation_run
      WHERE status = 'COMPLETED' OR (status = 'RUNNING' AND feedback_mean IS NOT NULL)
      ORDER BY status = 'RUNNING' DESC, started_at DESC, finished_at DESC, id LIMIT 1
      """;
  private static final String FIRST_START =
      """
      INSERT INTO first_start (started_at) VALUES (:now)
      ON CONFLICT (singleton) DO UPDATE SET singleton = true RETURNING started_at
      """;

  private static final String IS_RUNNING =
      "SELECT count(*) FROM generation_run WHERE id = :id AND status = 'RUNNING'";
  private static final String LATEST_FIRST =
      "ORDER BY started_at DESC, finished_at DESC, id LIMIT :limit";

  // A person reads no more, and one wrong rule may exclude everybody.
  private static final int KEPT_FAILURES = 1_000;

  /// What a run has done until now, of how many postings.
  public record Progress(
      int postings, int candidates, int written, int matchings, GenerationRun.Phases phases) {}

  private final JdbcClient client;

  RunLedger(JdbcClient client) {
    this.client = client;
  }

  /// Records that a run starts.
  public UUID open(String startedBy, Instant asOf, Instant now) {
    UUID id = UUID.randomUUID();
    client
        .sql(OPEN)
        .param("id", id)
        .param("startedBy", startedBy)
        .param("now", Timestamp.from(now))
        .param("asOf", Timestamp.from(asOf))
        .param("weights", RunVersions.weights())
        .param("engine", RunVersions.engine())
        .param("aliases", RunVersions.aliases())
        .update();
    return id;
  }

  /// Records the calibration of a run and how many postings it is over.
  public void calibrate(UUID id, RunConditions conditions, int postings) {
    change(
        id,
        client
            .sql(CALIBRATE)
            .param("feedbackMean", conditions.calibration().feedbackMean())
            .param("trainingMean", conditions.calibration().trainingMean())
            .param("postings", postings));
  }

  /// Makes sure that a run goes on.
  ///
  /// @throws RunEndedException if it does not
  public void requireRunning(UUID id) {
    if (client.sql(IS_RUNNING).param("id", id).query(Integer.class).single() != 1) {
      throw new RunEndedException(id);
    }
  }

  /// Records how far a run is.
  public void progress(UUID id, Progress progress) {
    change(
        id,
        client
            .sql(PROGRESS)
            .param("postings", progress.postings())
            .param("candidates", progress.candidates())
            .param("written", progress.written())
            .param("matchings", progress.matchings())
            .param("load", progress.phases().load())
            .param("rank", progress.phases().rank())
            .param("write", progress.phases().write()));
  }

  /// Records the end of a run.
  ///
  /// @param failures all; the first thousand are kept, postings before candidates
  @Transactional
  public void finish(UUID id, Progress progress, List<Failure> failures, Instant now) {
    progress(id, progress);
    count(id, failures);
    add(id, failures);
    end(id, RunStatus.COMPLETED, Optional.empty(), now);
  }

  /// Records that a run broke off; lists that were written before stand.
  public void fail(UUID id, String error, Instant now) {
    end(id, RunStatus.FAILED, Optional.of(error), now);
  }

  private void end(UUID id, RunStatus status, Optional<String> error, Instant now) {
    change(
        id,
        client
            .sql(FINISH)
            .param("status", status.name())
            .param("error", error.orElse(null))
            .param("now", Timestamp.from(now)));
  }

  private static void change(UUID id, JdbcClient.StatementSpec statement) {
    if (statement.param("id", id).update() != 1) {
      throw new RunEndedException(id);
    }
  }

  private void count(UUID id, List<Failure> failures) {
    int postings = (int) failures.stream().filter(Failure::isOfAPosting).count();
    change(
        id,
        client
            .sql(COUNT_FAILURES)
            .param("postings", postings)
            .param("candidates", failures.size() - postings));
  }

  private void add(UUID run, List<Failure> failures) {
    List<Failure> kept =
        failures.stream()
            .sorted(Comparator.comparing(failure -> !failure.isOfAPosting()))
            .limit(KEPT_FAILURES)
            .toList();
    client
        .sql(FAILURES)
        .param("run", run)
        .param("postings", kept.stream().map(Failure::jobPostingId).toArray(String[]::new))
        .param("candidates", kept.stream().map(Failure::candidateId).toArray(String[]::new))
        .param("reasons", kept.stream().map(Failure::reason).toArray(String[]::new))
        .update();
  }

  /// Records that runs which seem to go on died, as only who knows that none goes on may say.
  ///
  /// @return how many
  public int interrupt(Instant now) {
    return client.sql(INTERRUPT).param("now", Timestamp.from(now)).update();
  }

  /// The conditions of the last completed run.
  public Optional<RunConditions> lastConditions() {
    return client.sql(LAST_CONDITIONS).query(RunRows::conditions).optional();
  }

  /// The conditions that hold for all lists: those of the run that goes on, as soon as it has any,
  /// else of the last completed one, else those of a service that has just started for the first
  /// time.
  public RunConditions standingConditions(Instant now) {
    return client
        .sql(STANDING_CONDITIONS)
        .query(RunRows::conditions)
        .optional()
        .orElseGet(() -> new RunConditions(firstStart(now), Calibration.NEUTRAL));
  }

  /// Notes when the service starts, if it does for the first time.
  public void noteFirstStart(Instant now) {
    firstStart(now);
  }

  private Instant firstStart(Instant now) {
    return client
        .sql("SELECT started_at FROM first_start")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant)
        .orElseGet(() -> recordFirstStart(now));
  }

  private Instant recordFirstStart(Instant now) {
    return client
        .sql(FIRST_START)
        .param("now", Timestamp.from(now.truncatedTo(ChronoUnit.SECONDS)))
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  /// The run of an id, with what failed in it.
  @Transactional(readOnly = true)
  public Optional<GenerationRun> find(UUID id) {
    return client
        .sql(RunRows.SELECT_WITH_FAILURES + "WHERE id = :id")
        .param("id", id)
        .query(RunRows::whole)
        .optional();
  }

  /// The run that somebody asked for, without what failed in it; the latest of several.
  public Optional<GenerationRun> findStartedBy(String who) {
    return client
        .sql(RunRows.SELECT + "WHERE started_by = :who ORDER BY started_at DESC LIMIT 1")
        .param("who", who)
        .query(RunRows::run)
        .optional();
  }

  /// The latest run, with what failed in it.
  public Optional<GenerationRun> findLatest() {
    return client
        .sql(RunRows.SELECT_WITH_FAILURES + LATEST_FIRST)
        .param("limit", 1)
        .query(RunRows::whole)
        .optional();
  }

  /// The run that goes on, if one does; without what failed in it.
  public Optional<GenerationRun> findRunning() {
    return client
        .sql(RunRows.SELECT + "WHERE status = 'RUNNING' ORDER BY started_at DESC LIMIT 1")
        .query(RunRows::run)
        .optional();
  }

  /// The latest runs, latest first; without what failed in them.
  public List<GenerationRun> list(int limit) {
    return client
        .sql(RunRows.SELECT + LATEST_FIRST)
        .param("limit", limit)
        .query(RunRows::run)
        .list();
  }
}
