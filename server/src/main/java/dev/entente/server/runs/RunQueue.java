package dev.entente.server.runs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Generation runs that are asked for and have not begun.
@Component
public class RunQueue {
  private static final String REQUEST =
      """
      INSERT INTO generation_run (id, kind, status, started_by, requested_at, weights,
          engine_version, alias_version)
      VALUES (:id, :kind, 'QUEUED', :startedBy, :now, :weights::json, :engine, :aliases)
      ON CONFLICT (kind) WHERE kind = 'ALL' AND status IN ('QUEUED', 'RUNNING') DO NOTHING
      """;
  private static final String WAITING =
      """
      SELECT id, kind, asked FROM generation_run WHERE status = 'QUEUED' ORDER BY id
      """;
  private static final String CHUNKS =
      """
      INSERT INTO generation_chunk (run_id, number, job_posting_ids)
      SELECT :run, position - 1, ARRAY (SELECT json_array_elements_text(postings))
      FROM json_array_elements(:chunks::json) WITH ORDINALITY AS chunk (postings, position)
      """;
  private static final JsonMapper JSON = new JsonMapper();

  /// A run that the engine was asked for and has not begun.
  ///
  /// @param asked how often
  public record Waiting(UUID id, RunKind kind, int asked) {}

  private final JdbcClient client;

  RunQueue(JdbcClient client) {
    this.client = client;
  }

  /// Records that a run is asked for.
  ///
  /// @param chunks the postings of each step of a run over some; none for one over all
  /// @return its id; empty if a run over all is asked for, and one is queued or goes on
  @Transactional
  public Optional<UUID> request(
      RunKind kind, String startedBy, List<List<String>> chunks, Instant now) {
    UUID id = UUID.randomUUID();
    int added =
        client
            .sql(REQUEST)
            .param("id", id)
            .param("kind", kind.name())
            .param("startedBy", startedBy)
            .param("now", Timestamp.from(now))
            .param("weights", RunVersions.weights())
            .param("engine", RunVersions.engine())
            .param("aliases", RunVersions.aliases())
            .update();
    addChunks(id, chunks);
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  /// Adds the chunks of a run, numbered in their order.
  void addChunks(UUID run, List<List<String>> chunks) {
    client.sql(CHUNKS).param("run", run).param("chunks", JSON.writeValueAsString(chunks)).update();
  }

  /// Takes back a run that nobody could be asked for.
  ///
  /// @return whether it had not begun
  public boolean withdraw(UUID id) {
    return client
            .sql("DELETE FROM generation_run WHERE id = :id AND status = 'QUEUED'")
            .param("id", id)
            .update()
        == 1;
  }

  /// The runs that have not begun.
  public List<Waiting> waiting() {
    return client
        .sql(WAITING)
        .query(
            (row, _) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    RunKind.valueOf(row.getString("kind")),
                    row.getInt("asked")))
        .list();
  }

  /// Records that the engine is asked once more, unless somebody else has asked since.
  ///
  /// @return whether it is for the caller to ask
  public boolean ask(Waiting run) {
    return client
            .sql(
                """
                UPDATE generation_run SET asked = asked + 1
                WHERE id = :id AND status = 'QUEUED' AND asked = :asked
                """)
            .param("id", run.id())
            .param("asked", run.asked())
            .update()
        == 1;
  }
}
