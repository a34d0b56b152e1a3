package dev.entente.server.runs;

import dev.entente.server.runs.GenerationRun.Failure;
import dev.entente.server.runs.GenerationRun.Phases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The record of the chunks of runs; nobody else writes it.
///
/// Each attempt at a chunk has a number. One that is behind, because another has begun or the run
/// has ended, throws a [RunEndedException] from whatever it does, and changes nothing.
@Component
public class ChunkLedger {
  private static final String BEGIN =
      """
      UPDATE generation_chunk SET status = 'RUNNING', attempt = attempt + 1, instance = :instance,
          started_at = :now, finished_at = NULL, written = 0, failed = 0, matchings = 0,
          load_millis = 0, rank_millis = 0, write_millis = 0, error = NULL
      WHERE run_id = :run AND number = :number AND status <> 'DONE'
        AND EXISTS (SELECT FROM generation_run WHERE id = :run AND status = 'RUNNING')
      RETURNING attempt, job_posting_ids
      """;
  private static final String IS_CURRENT =
      """
      SELECT attempt = :attempt
          AND EXISTS (SELECT FROM generation_run WHERE id = :run AND status = 'RUNNING') AS current
      FROM generation_chunk WHERE run_id = :run AND number = :number FOR SHARE
      """;
  private static final String CURRENT =
      "WHERE run_id = :run AND number = :number AND attempt = :attempt AND status = 'RUNNING'\n";
  private static final String PROGRESS =
      """
      UPDATE generation_chunk SET written = :written, failed = :failed, matchings = :matchings,
          load_millis = :load, rank_millis = :rank, write_millis = :write
      """
          + CURRENT;
  private static final String END =
      """
      UPDATE generation_chunk SET status = :status, finished_at = :now, error = :error
      """
          + CURRENT;
  private static final String FAILURES =
      """
      INSERT INTO generation_failure (run_id, job_posting_id, reason, chunk)
      SELECT :run, posting, reason, :number
      FROM unnest(:postings::text[], :reasons::text[]) AS failure (posting, reason)
      ON CONFLICT (run_id, job_posting_id, candidate_id)
        DO UPDATE SET reason = excluded.reason, chunk = excluded.chunk
      """;
  private static final String NOTEWORTHY =
      """
      INSERT INTO generation_posting (run_id, chunk, job_posting_id, rank_micros, eligible, ineligible)
      SELECT :run, :number, posting, micros, eligible, ineligible::json
      FROM unnest(:postings::text[], :micros::bigint[], :eligible::integer[], :ineligible::text[])
        AS one (posting, micros, eligible, ineligible)
      ON CONFLICT (run_id, job_posting_id) DO NOTHING
      """;
  private static final String REOPEN =
      """
      UPDATE generation_chunk SET status = 'PENDING', instance = NULL, started_at = NULL,
          finished_at = NULL, written = 0, failed = 0, matchings = 0, load_millis = 0,
          rank_millis = 0, write_millis = 0, error = NULL
      WHERE run_id = :run AND number <> ALL (:kept)
      """;
  private static final String SELECT =
      """
      SELECT number, status, attempt, instance, started_at, finished_at, written, failed, matchings,
          load_millis, rank_millis, write_millis, error, job_posting_ids
      FROM generation_chunk WHERE run_id = :run
      """;
  private static final JsonMapper JSON = new JsonMapper();

  /// An attempt at a chunk.
  ///
  /// @param attempt from 1
  public record Attempt(UUID run, int number, int attempt, List<String> postingIds) {
    public Attempt {
      postingIds = List.copyOf(postingIds);
    }
  }

  /// How far an attempt is.
  public record Progress(int written, int failed, int matchings, Phases phases) {}

  /// A posting that somebody will want to look at.
  ///
  /// @param rankMicros how long ranking it took
  /// @param eligible how many candidates were
  /// @param ineligible how many each rule has kept out
  public record Noteworthy(
      String postingId, long rankMicros, int eligible, Map<String, Integer> ineligible) {
    /// So many eligible candidates are enough.
    public static final int ENOUGH = 5;
  }

  /// A chunk as it stands.
  public record Chunk(
      int number,
      Status status,
      int attempt,
      @Nullable String instance,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      Progress progress,
      @Nullable String error,
      List<String> postingIds) {}

  /// Where a chunk stands.
  public enum Status {
    /// No attempt has begun.
    PENDING,
    /// An attempt has begun, and not said how it ended.
    RUNNING,
    /// All of its postings were ranked, or have failed for themselves.
    DONE,
    /// The last attempt broke off.
    FAILED
  }

  private final JdbcClient client;

  ChunkLedger(JdbcClient client) {
    this.client = client;
  }

  /// Begins an attempt; those before it are behind from now on.
  ///
  /// @param instance whose
  /// @return empty if the run does not go on, or the chunk is done
  @Transactional
  public Optional<Attempt> begin(UUID run, int number, String instance, Instant now) {
    Optional<Attempt> attempt =
        client
            .sql(BEGIN)
            .param("run", run)
            .param("number", number)
            .param("instance", instance)
            .param("now", Timestamp.from(now))
            .query((row, _) -> new Attempt(run, number, row.getInt(1), ids(row)))
            .optional();
    if (attempt.isPresent()) {
      forget("generation_failure", run, number);
      forget("generation_posting", run, number);
    }
    return attempt;
  }

  private static List<String> ids(ResultSet row) throws SQLException {
    return List.of((String[]) row.getArray("job_posting_ids").getArray());
  }

  // What an attempt before this one has found out.
  private void forget(String table, UUID run, int number) {
    client
        .sql("DELETE FROM " + table + " WHERE run_id = :run AND chunk = :number")
        .param("run", run)
        .param("number", number)
        .update();
  }

  /// Makes sure that an attempt is the latest, and that none begins before the caller's transaction
  /// ends.
  ///
  /// @throws RunEndedException if it is behind
  public void requireCurrent(Attempt attempt) {
    boolean isCurrent =
        of(attempt, client.sql(IS_CURRENT)).query(Boolean.class).optional().orElse(false);
    if (!isCurrent) {
      throw new RunEndedException(attempt.run());
    }
  }

  /// Records how far an attempt is.
  public void progress(Attempt attempt, Progress progress) {
    change(
        attempt,
        client
            .sql(PROGRESS)
            .param("written", progress.written())
            .param("failed", progress.failed())
            .param("matchings", progress.matchings())
            .param("load", progress.phases().load())
            .param("rank", progress.phases().rank())
            .param("write", progress.phases().write()));
  }

  /// Records that an attempt has done its chunk.
  ///
  /// @param candidates from whom it chose
  @Transactional
  public void done(
      Attempt attempt,
      Progress progress,
      int candidates,
      List<Failure> failures,
      List<Noteworthy> noteworthy,
      Instant now) {
    progress(attempt, progress);
    end(attempt, Status.DONE, Optional.empty(), now);
    add(attempt, failures);
    addNoteworthy(attempt, noteworthy);
    client
        .sql(
            """
            UPDATE generation_run SET candidates = :candidates
            WHERE id = :run AND candidates < :candidates
            """)
        .param("run", attempt.run())
        .param("candidates", candidates)
        .update();
  }

  /// Records that an attempt broke off.
  public void failed(Attempt attempt, String reason, Instant now) {
    end(attempt, Status.FAILED, Optional.of(reason), now);
  }

  private void end(Attempt attempt, Status status, Optional<String> error, Instant now) {
    change(
        attempt,
        client
            .sql(END)
            .param("status", status.name())
            .param("error", error.orElse(null))
            .param("now", Timestamp.from(now)));
  }

  private static void change(Attempt attempt, JdbcClient.StatementSpec statement) {
    if (of(attempt, statement).update() != 1) {
      throw new RunEndedException(attempt.run());
    }
  }

  private static JdbcClient.StatementSpec of(Attempt attempt, JdbcClient.StatementSpec statement) {
    return statement
        .param("run", attempt.run())
        .param("number", attempt.number())
        .param("attempt", attempt.attempt());
  }

  private void add(Attempt attempt, List<Failure> failures) {
    client
        .sql(FAILURES)
        .param("run", attempt.run())
        .param("number", attempt.number())
        .param("postings", failures.stream().map(Failure::jobPostingId).toArray(String[]::new))
        .param("reasons", failures.stream().map(Failure::reason).toArray(String[]::new))
        .update();
  }

  private void addNoteworthy(Attempt attempt, List<Noteworthy> postings) {
    client
        .sql(NOTEWORTHY)
        .param("run", attempt.run())
        .param("number", attempt.number())
        .param("postings", postings.stream().map(Noteworthy::postingId).toArray(String[]::new))
        .param("micros", postings.stream().map(Noteworthy::rankMicros).toArray(Long[]::new))
        .param("eligible", postings.stream().map(Noteworthy::eligible).toArray(Integer[]::new))
        .param(
            "ineligible",
            postings.stream()
                .map(one -> JSON.writeValueAsString(one.ineligible()))
                .toArray(String[]::new))
        .update();
  }

  /// Forgets the chunks of runs that ended before an instant, and the postings that were worth a
  /// look; what the runs have done as a whole stays.
  @Transactional
  public void forget(Instant endedBefore) {
    for (String table : List.of("generation_chunk", "generation_posting")) {
      client
          .sql(
              "DELETE FROM %s AS old USING generation_run AS run WHERE run.id = old.run_id AND run.finished_at < :before"
                  .formatted(table))
          .param("before", Timestamp.from(endedBefore))
          .update();
    }
  }

  /// A chunk of a run.
  public Optional<Chunk> find(UUID run, int number) {
    return client
        .sql(SELECT + "AND number = :number")
        .param("run", run)
        .param("number", number)
        .query(ChunkLedger::chunk)
        .optional();
  }

  /// Forgets what the chunks of a run did that is opened again; attempts are counted on.
  ///
  /// @param kept the numbers of those that stay as they are
  public void reopen(UUID run, Collection<Integer> kept) {
    client.sql(REOPEN).param("run", run).param("kept", kept.toArray(Integer[]::new)).update();
  }

  /// How many chunks a run has.
  public int count(UUID run) {
    return client
        .sql("SELECT count(*) FROM generation_chunk WHERE run_id = :run")
        .param("run", run)
        .query(Integer.class)
        .single();
  }

  /// The chunks of a run, by number.
  public List<Chunk> list(UUID run) {
    return client
        .sql(SELECT + "ORDER BY number")
        .param("run", run)
        .query(ChunkLedger::chunk)
        .list();
  }

  /// The postings of all chunks of a run, in their order.
  public List<String> listPostings(UUID run) {
    return list(run).stream().flatMap(chunk -> chunk.postingIds().stream()).toList();
  }

  private static Chunk chunk(ResultSet row, int number) throws SQLException {
    return new Chunk(
        row.getInt("number"),
        Status.valueOf(row.getString("status")),
        row.getInt("attempt"),
        row.getString("instance"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        new Progress(
            row.getInt("written"),
            row.getInt("failed"),
            row.getInt("matchings"),
            new Phases(
                row.getLong("load_millis"),
                row.getLong("rank_millis"),
                row.getLong("write_millis"))),
        row.getString("error"),
        ids(row));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /// What failed in the chunks of a run.
  public List<Failure> failures(UUID run) {
    return client
        .sql(
            """
            SELECT job_posting_id, reason FROM generation_failure
            WHERE run_id = :run AND job_posting_id IS NOT NULL ORDER BY job_posting_id
            """)
        .param("run", run)
        .query((row, _) -> Failure.posting(row.getString(1), row.getString(2)))
        .list();
  }
}
