package dev.entente.server.matchings;

import dev.entente.documents.StatusChange;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people decided about matchings. It stays while a pair is in no list; it goes with the
/// posting, and with the candidate when erased.
@Component
public class StatusHistory {
  private static final String COLUMNS =
      "id, matching_id, old_status, new_status, author, reason, changed_at";
  private static final String ADD =
      """
      INSERT INTO status_change (matching_id, job_posting_id, candidate_id, old_status, new_status,
          author, reason, changed_at)
      VALUES (:matching, :posting, :candidate, :old, :new, :author, :reason, :at)
      RETURNING
      """
          + COLUMNS;
  private static final String OF =
      "SELECT " + COLUMNS + " FROM status_change WHERE matching_id = :matching ORDER BY id DESC";
  private static final String LAST =
      "SELECT DISTINCT ON (matching_id) "
          + COLUMNS
          + " FROM status_change WHERE matching_id = ANY (:matchings)"
          + " ORDER BY matching_id, id DESC";
  private static final String IS_KNOWN =
      "SELECT EXISTS (SELECT FROM \"CandidateMatching\" WHERE id = :matching)";
  private static final String ERASE =
      "DELETE FROM status_change WHERE candidate_id = ANY (:candidates)";

  private final JdbcClient client;

  StatusHistory(JdbcClient client) {
    this.client = client;
  }

  /// All that was decided about a matching, the latest first.
  ///
  /// @throws ApiProblem if there is no such matching and never was one that anybody decided about
  public List<StatusMove> of(String matchingId) {
    List<StatusMove> moves =
        client.sql(OF).param("matching", matchingId).query(StatusMove::of).list();
    if (moves.isEmpty() && !isKnown(matchingId)) {
      throw ApiProblem.of(ProblemType.NO_MATCHING, matchingId);
    }
    return moves;
  }

  private boolean isKnown(String matchingId) {
    return client.sql(IS_KNOWN).param("matching", matchingId).query(Boolean.class).single();
  }

  /// What was decided last about some matchings, by matching; those nobody decided about are
  /// absent.
  public Map<String, StatusMove> last(List<String> matchingIds) {
    return client
        .sql(LAST)
        .param("matchings", matchingIds.toArray(String[]::new))
        .query(StatusMove::of)
        .list()
        .stream()
        .collect(Collectors.toMap(StatusMove::matchingId, Function.identity()));
  }

  Optional<StatusMove> last(String matchingId) {
    return Optional.ofNullable(last(List.of(matchingId)).get(matchingId));
  }

  /// Keeps what is decided, in the transaction that does it.
  StatusMove add(MatchingRow row, StatusChange change, Instant now) {
    return client
        .sql(ADD)
        .param("matching", row.id())
        .param("posting", row.postingId())
        .param("candidate", row.candidateId())
        .param("old", row.status().name())
        .param("new", change.status().name())
        .param("author", change.by().orElse(null))
        .param("reason", change.reason().orElse(null))
        .param("at", Timestamp.from(now))
        .query(StatusMove::of)
        .single();
  }

  void erase(List<String> candidateIds) {
    client.sql(ERASE).param("candidates", candidateIds.toArray(String[]::new)).update();
  }
}
