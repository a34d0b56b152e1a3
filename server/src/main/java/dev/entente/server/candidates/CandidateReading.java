package dev.entente.server.candidates;

import dev.entente.matching.criteria.ResultSums;
import dev.entente.matching.index.CandidateRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads candidates for rankings, as records.
@Component
public class CandidateReading {
  private static final String SUMS =
      """
      SELECT coalesce(sum(feedback_sum), 0)::bigint AS feedback_sum,
          coalesce(sum(feedback_count), 0)::bigint AS feedback_count,
          coalesce(sum(training_sum), 0)::bigint AS training_sum,
          coalesce(sum(training_count), 0)::bigint AS training_count
      FROM candidate_record
      """;
  private static final String UNREADABLE =
      """
      SELECT candidate_id, problem FROM candidate_record WHERE problem IS NOT NULL
      ORDER BY candidate_id
      """;

  private static final String CHANGED =
      """
      FROM candidate_change WHERE transaction >= pg_snapshot_xmin(:since::pg_snapshot)
        AND NOT pg_visible_in_snapshot(transaction, :since::pg_snapshot)
      """;

  // A life that nobody has named yet is like no other.
  private static final String NOW =
      """
      pg_current_snapshot()::text AS snapshot,
        coalesce((SELECT life FROM database_life), gen_random_uuid())::text AS life
      """;

  private static final String ONE =
      """
      SELECT record FROM candidate_record
      WHERE candidate_id = :id AND version = :version AND record IS NOT NULL
      """;

  // All of one statement is seen at one instant, which the snapshot names; where nothing changed it
  // gives a row without an id. A record of another version is made anew before it can be read. The
  // planner cannot know that few changed and would read all records: LIMIT has it look each up.
  private static final String CHANGES =
      """
      SELECT changed.candidate_id, record, %s,
          below >= pg_snapshot_xmin(:since::pg_snapshot) AS is_forgotten
      FROM forgotten_changes
      LEFT JOIN (SELECT DISTINCT candidate_id %s) AS changed ON true
      LEFT JOIN LATERAL (
        SELECT record FROM candidate_record
        WHERE candidate_record.candidate_id = changed.candidate_id AND version = :version
        LIMIT 1) AS now ON true
      """
          .formatted(NOW, CHANGED);
  private static final String FORGET =
      """
      WITH gone AS (
        DELETE FROM candidate_change
        WHERE transaction < pg_snapshot_xmin(:shown::pg_snapshot)
          AND changed_at < now() - interval '1 hour'
        RETURNING transaction)
      UPDATE forgotten_changes SET below = greatest(below, last.transaction)
      FROM (SELECT max(transaction) AS transaction FROM gone) AS last
      WHERE last.transaction IS NOT NULL
      """;

  /// An instant of the database.
  ///
  /// @param snapshot as PostgreSQL writes it
  /// @param life of the database, from one crash of PostgreSQL to the next. Whoever has a snapshot
  ///   of another life from memory knows nothing: it may name transactions that were lost, and
  ///   their numbers be others' now
  public record Moment(String snapshot, String life) {
    /// Tells whether no crash lies between the two.
    public boolean isOfTheLifeOf(Moment other) {
      return life.equals(other.life);
    }
  }

  /// Records at one instant.
  public record Read(CandidateRecords records, Moment moment) {}

  /// What changed between two instants.
  ///
  /// @param records by candidate id; empty for one who is there no more, or cannot be ranked
  /// @param moment the later instant
  /// @param isForgotten whether others were forgotten: who knows the earlier instant must read all
  ///   again
  public record Changes(
      Map<String, Optional<byte[]>> records, Moment moment, boolean isForgotten) {}

  private final JdbcClient client;
  private final DataSource database;

  CandidateReading(JdbcClient client, DataSource database) {
    this.client = client;
    this.database = database;
  }

  /// Reads all records, over connections of its own.
  public Read readAll() {
    return new RecordCopy(database).readAll();
  }

  /// How many changes were committed since an instant.
  public int countChangesSince(String snapshot) {
    return client
        .sql("SELECT count(*) " + CHANGED)
        .param("since", snapshot)
        .query(Integer.class)
        .single();
  }

  /// What others have committed since an instant; in the caller's transaction, if there is one.
  public Changes changesSince(String snapshot) {
    return client
        .sql(CHANGES)
        .param("since", snapshot)
        .param("version", RecordMaking.VERSION)
        .query(CandidateReading::changes);
  }

  // There is a row even if nothing changed.
  private static Changes changes(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      throw new IllegalStateException("the table forgotten_changes has lost its row");
    }
    Moment moment = moment(rows);
    boolean isForgotten = rows.getBoolean("is_forgotten");
    Map<String, Optional<byte[]>> records = new LinkedHashMap<>();
    do {
      if (rows.getString("candidate_id") != null) {
        records.put(rows.getString("candidate_id"), Optional.ofNullable(rows.getBytes("record")));
      }
    } while (rows.next());
    return new Changes(records, moment, isForgotten);
  }

  private static Moment moment(ResultSet row) throws SQLException {
    return new Moment(row.getString("snapshot"), row.getString("life"));
  }

  /// This instant; in the caller's transaction, if there is one.
  public Moment now() {
    return client.sql("SELECT " + NOW).query((row, _) -> moment(row)).single();
  }

  /// Forgets all changes: their transactions were another server's. In the caller's transaction,
  /// before anybody has read candidates.
  public void forgetAllChanges() {
    client.sql("DELETE FROM candidate_change").update();
    client.sql("UPDATE forgotten_changes SET below = '0'").update();
  }

  /// Forgets old changes that a snapshot shows.
  public void forgetOldChanges(String snapshot) {
    client.sql(FORGET).param("shown", snapshot).update();
  }

  /// The record of a candidate; empty if there is no such candidate, or none that can be ranked.
  public Optional<byte[]> record(String candidateId) {
    return client
        .sql(ONE)
        .param("id", candidateId)
        .param("version", RecordMaking.VERSION)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /// The sums of all results; who opted out adds nothing.
  public ResultSums sums() {
    return client.sql(SUMS).query(ResultSums.class).single();
  }

  /// Candidates who cannot be ranked, and why, by id.
  public Map<String, String> unreadable() {
    Map<String, String> problems = new LinkedHashMap<>();
    client
        .sql(UNREADABLE)
        .query((RowCallbackHandler) row -> problems.put(row.getString(1), row.getString(2)));
    return problems;
  }
}
