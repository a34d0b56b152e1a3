package dev.entente.server.runs;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.runs.GenerationRun.Failure;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The record of generation runs: how they begin and end; only [RunQueue] writes it as well.
///
/// A run that goes on may be ended by somebody else; then its changes throw a [RunEndedException],
/// and change nothing.
@Component
public class RunLedger {
  private static final String BEGIN =
      """
      UPDATE generation_run SET status = 'RUNNING', started_at = :now, as_of = :asOf,
          engine_run = :engineRun
      WHERE status = 'QUEUED' AND id = :id
      """;
  private static final String FIX =
      """
      UPDATE generation_run SET as_of = :asOf, feedback_mean = :feedbackMean,
          training_mean = :trainingMean, postings_total = postings, chunks_total = chunks
      FROM (SELECT count(*) AS chunks, coalesce(sum(cardinality(job_posting_ids)), 0) AS postings
        FROM generation_chunk WHERE run_id = :id) AS sums
      WHERE id = :id AND status = 'RUNNING'
      """;
  private static final String END =
      """
      UPDATE generation_run SET status = :status, finished_at = :now, error = :error
      WHERE id = :id AND status IN ('QUEUED', 'RUNNING')
      """;
  private static final String REOPEN =
      """
      UPDATE generation_run SET status = 'RUNNING', engine_run = :engineRun, started_by = 'RERUN',
          requested_at = :now, started_at = :now, finished_at = NULL, error = NULL,
          postings_written = 0, postings_failed = 0, matchings = 0, candidates_failed = 0,
          chunks_failed = 0, load_millis = 0, rank_millis = 0, write_millis = 0
      WHERE id = :id AND status NOT IN ('QUEUED', 'RUNNING')
      """;
  private static final String TOTALS =
      """
      UPDATE generation_run SET postings_written = :written, postings_failed = :failed,
          matchings = :matchings, candidates_failed = :candidates, chunks_failed = :chunks,
          load_millis = :load, rank_millis = :rank, write_millis = :write
      WHERE id = :id AND status = 'RUNNING'
      """;
  private static final String SUMS =
      """
      UPDATE generation_run SET postings_written = written, postings_failed = failed,
          matchings = sums.matchings, chunks_failed = broken, load_millis = load, rank_millis = rank,
          write_millis = write
      FROM (SELECT coalesce(sum(written), 0) AS written, coalesce(sum(failed), 0) AS failed,
          coalesce(sum(matchings), 0) AS matchings, count(*) FILTER (WHERE status = 'FAILED') AS broken,
          coalesce(sum(load_millis), 0) AS load, coalesce(sum(rank_millis), 0) AS rank,
          coalesce(sum(write_millis), 0) AS write
        FROM generation_chunk WHERE run_id = :id) AS sums
      WHERE id = :id
      """;
  private static final String HOLD =
      """
      SELECT kind, feedback_mean IS NOT NULL AS has_conditions FROM generation_run
      WHERE id = :id AND status IN ('QUEUED', 'RUNNING') FOR UPDATE
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
  private static final String NOW = "now";

  // A person reads no more, and one wrong rule may exclude everybody.
  private static final int KEPT_FAILURES = 1_000;

  /// A run that the engine has begun on its own.
  ///
  /// @param engineRun the id of the engine's run
  public record Own(RunKind kind, String engineRun, String startedBy) {}

  /// A run that is queued or goes on, held until the caller's transaction ends.
  ///
  /// @param hasConditions whether they hold for its lists
  public record Going(RunKind kind, boolean hasConditions) {}

  /// A run that goes on.
  ///
  /// @param engineRun the id of the engine's run
  public record Running(UUID id, String engineRun, Instant startedAt) {}

  /// What came of all chunks.
  ///
  /// @param chunksFailed how many gave up
  /// @param failures all of them
  public record Outcome(
      int written,
      int matchings,
      int chunksFailed,
      GenerationRun.Phases phases,
      List<Failure> failures) {}

  private final JdbcClient client;
  private final RunQueue queue;

  RunLedger(JdbcClient client, RunQueue queue) {
    this.client = client;
    this.queue = queue;
  }

  /// Records that a run begins, if it is queued.
  ///
  /// @param engineRun the id of the engine's run that does it
  public void begin(UUID id, String engineRun, Instant asOf, Instant now) {
    client
        .sql(BEGIN)
        .param(NOW, Timestamp.from(now))
        .param("asOf", Timestamp.from(asOf))
        .param("engineRun", engineRun)
        .param("id", id)
        .update();
  }

  /// Begins the run that the engine has begun on its own: the one that it has begun before, else
  /// one that is queued, else a new one.
  ///
  /// @param chunks as in [RunQueue#request]
  /// @return its id; that of another if that one goes on, which is over all postings as well
  @Transactional
  public UUID adopt(Own own, List<List<String>> chunks, Instant now) {
    Optional<UUID> known = findOf(own.engineRun());
    if (known.isPresent()) {
      return known.get();
    }
    UUID run = queue.request(own.kind(), own.startedBy(), chunks, now).orElseGet(this::queued);
    begin(run, own.engineRun(), now.truncatedTo(ChronoUnit.SECONDS), now);
    return run;
  }

  private UUID queued() {
    return client
        .sql("SELECT id FROM generation_run WHERE kind = 'ALL' AND status IN ('QUEUED', 'RUNNING')")
        .query(UUID.class)
        .single();
  }

  /// The run that a run of the engine does or has done.
  public Optional<UUID> findOf(String engineRun) {
    return client
        .sql("SELECT id FROM generation_run WHERE engine_run = :engineRun")
        .param("engineRun", engineRun)
        .query(UUID.class)
        .optional();
  }

  /// Keeps anybody else from changing a run, also one that has ended, until the caller's
  /// transaction ends; whoever asks holds the lock of lists already.
  public void holdAny(UUID id) {
    client
        .sql("SELECT FROM generation_run WHERE id = :id FOR NO KEY UPDATE")
        .param("id", id)
        .query((_, _) -> true)
        .list();
  }

  /// Waits for whoever holds a run. What an engine does of one that is opened again may come before
  /// the transaction that opens it has ended.
  public void awaitHolder(UUID id) {
    client
        .sql("SELECT FROM generation_run WHERE id = :id FOR SHARE")
        .param("id", id)
        .query((_, _) -> true)
        .list();
  }

  /// Opens a run again that has ended: what it did as a whole is forgotten, what its chunks did is
  /// not.
  ///
  /// @param engineRun the engine's run that goes on with it
  public void reopen(UUID id, String engineRun, Instant now) {
    change(id, client.sql(REOPEN).param("engineRun", engineRun).param(NOW, Timestamp.from(now)));
    client
        .sql("DELETE FROM generation_failure WHERE run_id = :id AND chunk IS NULL")
        .param("id", id)
        .update();
  }

  /// Records under what conditions a run is, and its chunks.
  ///
  /// @param chunks the postings of each; empty if they are recorded already
  @Transactional
  public void fix(UUID id, RunConditions conditions, List<List<String>> chunks) {
    queue.addChunks(id, chunks);
    change(
        id,
        client
            .sql(FIX)
            .param("asOf", Timestamp.from(conditions.asOf()))
            .param("feedbackMean", conditions.calibration().feedbackMean())
            .param("trainingMean", conditions.calibration().trainingMean()));
  }

  /// Records the end of a run that has done what it could.
  @Transactional
  public void complete(UUID id, Outcome outcome, Instant now) {
    int postings = (int) outcome.failures().stream().filter(Failure::isOfAPosting).count();
    change(
        id,
        client
            .sql(TOTALS)
            .param("written", outcome.written())
            .param("matchings", outcome.matchings())
            .param("failed", postings)
            .param("candidates", outcome.failures().size() - postings)
            .param("chunks", outcome.chunksFailed())
            .param("load", outcome.phases().load())
            .param("rank", outcome.phases().rank())
            .param("write", outcome.phases().write()));
    add(id, outcome.failures());
    end(id, RunStatus.COMPLETED, Optional.empty(), now);
  }

  /// The runs that go on.
  public List<Running> running() {
    return client
        .sql("SELECT id, engine_run, started_at FROM generation_run WHERE status = 'RUNNING'")
        .query(
            (row, _) ->
                new Running(
                    row.getObject("id", UUID.class),
                    row.getString("engine_run"),
                    row.getTimestamp("started_at").toInstant()))
        .list();
  }

  /// Keeps a run from being ended, reopened or begun by others until the caller's transaction ends;
  /// whoever asks holds the lock of lists already.
  ///
  /// @return empty if it has ended
  public Optional<Going> hold(UUID id) {
    return client
        .sql(HOLD)
        .param("id", id)
        .query(
            (row, _) ->
                new Going(RunKind.valueOf(row.getString("kind")), row.getBoolean("has_conditions")))
        .optional();
  }

  /// Records that a run is over though it has not done its work; lists that it wrote stand.
  ///
  /// @param status FAILED or CANCELLED
  @Transactional
  public void breakOff(UUID id, RunStatus status, String reason, Instant now) {
    client.sql(SUMS).param("id", id).update();
    end(id, status, Optional.of(reason), now);
  }

  private void end(UUID id, RunStatus status, Optional<String> error, Instant now) {
    change(
        id,
        client
            .sql(END)
            .param("status", status.name())
            .param("error", error.orElse(null))
            .param(NOW, Timestamp.from(now)));
  }

  private static void change(UUID id, JdbcClient.StatementSpec statement) {
    if (statement.param("id", id).update() != 1) {
      throw new RunEndedException(id);
    }
  }

  private void add(UUID run, List<Failure> failures) {
    List<Failure> kept = new ArrayList<>(failures);
    kept.sort(Comparator.comparing(failure -> !failure.isOfAPosting()));
    kept = kept.subList(0, Math.min(kept.size(), KEPT_FAILURES));
    client
        .sql(FAILURES)
        .param("run", run)
        .param("postings", kept.stream().map(Failure::jobPostingId).toArray(String[]::new))
        .param("candidates", kept.stream().map(Failure::candidateId).toArray(String[]::new))
        .param("reasons", kept.stream().map(Failure::reason).toArray(String[]::new))
        .update();
  }
}
