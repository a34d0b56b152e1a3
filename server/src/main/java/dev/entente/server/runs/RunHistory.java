package dev.entente.server.runs;

import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads generation runs.
@Component
public class RunHistory {
  private static final String LATEST_FIRST = "ORDER BY requested_at DESC, finished_at DESC, id\n";

  private static final String WANTED =
      """
      WHERE (:kind::text IS NULL OR kind = :kind)
        AND (cardinality(:statuses::text[]) = 0 OR status = ANY (:statuses))
      """;

  private final JdbcClient client;

  RunHistory(JdbcClient client) {
    this.client = client;
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

  /// The run of an id as a caller has written it, with what failed in it.
  ///
  /// @throws ApiProblem if there is none
  public GenerationRun get(String id) {
    return parsed(id).flatMap(this::find).orElseThrow(() -> ApiProblem.of(ProblemType.NO_RUN, id));
  }

  private static Optional<UUID> parsed(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What the scores of a run are as of, if it goes on and a run of the engine does it.
  public Optional<Instant> findAsOf(UUID id, String engineRun) {
    return client
        .sql(
            """
            SELECT as_of FROM generation_run
            WHERE id = :id AND engine_run = :engineRun AND status = 'RUNNING'
            """)
        .param("id", id)
        .param("engineRun", engineRun)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /// The run of an id, without what failed in it.
  public Optional<GenerationRun> findListed(UUID id) {
    return client
        .sql(RunRows.SELECT + "WHERE id = :id")
        .param("id", id)
        .query(RunRows::run)
        .optional();
  }

  /// The engine's run that does or has done a run; empty while it is queued.
  public Optional<String> findEngineRun(UUID id) {
    return client
        .sql("SELECT engine_run FROM generation_run WHERE id = :id AND engine_run IS NOT NULL")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /// The runs that runs of the engine do or have done, by the ids of these; an id that has done
  /// none is passed over.
  public Map<String, UUID> findOfEngineRuns(Collection<String> engineRuns) {
    Map<String, UUID> found = new HashMap<>();
    client
        .sql("SELECT engine_run, id FROM generation_run WHERE engine_run = ANY (:engineRuns)")
        .param("engineRuns", engineRuns.toArray(String[]::new))
        .query((row, _) -> found.put(row.getString(1), row.getObject(2, UUID.class)))
        .list();
    return found;
  }

  /// The run over all postings that was completed last, of those that began behind a run.
  public Optional<UUID> findCompletedSince(GenerationRun run) {
    return client
        .sql(
            """
            SELECT later.id FROM generation_run AS later, generation_run AS run
            WHERE run.id = :id AND later.kind = 'ALL' AND later.status = 'COMPLETED'
              AND later.id <> run.id AND later.started_at >= run.started_at
            ORDER BY later.started_at DESC LIMIT 1
            """)
        .param("id", run.id())
        .query(UUID.class)
        .optional();
  }

  /// Tells whether a run goes on.
  public boolean isGoing(UUID id) {
    return client
            .sql("SELECT count(*) FROM generation_run WHERE id = :id AND status = 'RUNNING'")
            .param("id", id)
            .query(Integer.class)
            .single()
        == 1;
  }

  /// The latest run, with what failed in it.
  public Optional<GenerationRun> findLatest() {
    return client
        .sql(RunRows.SELECT_WITH_FAILURES + LATEST_FIRST + "LIMIT 1")
        .query(RunRows::whole)
        .optional();
  }

  /// The run over all postings that is queued or goes on, if one does; without what failed in it.
  public Optional<GenerationRun> findGoing() {
    return client
        .sql(RunRows.SELECT + "WHERE kind = 'ALL' AND status IN ('QUEUED', 'RUNNING')")
        .query(RunRows::run)
        .optional();
  }

  /// The latest runs, latest first; without what failed in them.
  ///
  /// @param limit at least 1
  public List<GenerationRun> list(int limit) {
    return list(new RunFilter(null, List.of()), 0, limit);
  }

  /// Some of the runs, latest first; without what failed in them.
  ///
  /// @param offset how many of them are left out at the beginning, at least 0
  /// @param limit at least 1
  public List<GenerationRun> list(RunFilter filter, int offset, int limit) {
    return of(filter, RunRows.SELECT + WANTED + LATEST_FIRST + "LIMIT :limit OFFSET :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(RunRows::run)
        .list();
  }

  /// How many runs there are of some.
  public int count(RunFilter filter) {
    return of(filter, "SELECT count(*) FROM generation_run\n" + WANTED)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec of(RunFilter filter, String sql) {
    RunKind kind = filter.kind();
    return client
        .sql(sql)
        .param("kind", kind == null ? null : kind.name())
        .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new));
  }
}
