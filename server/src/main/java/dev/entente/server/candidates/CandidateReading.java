package dev.entente.server.candidates;

import dev.entente.matching.criteria.ResultSums;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads all candidates for rankings, in the caller's transaction.
@Component
public class CandidateReading {
  private static final int FETCHED = 500;

  private static final String ALL = "SELECT id, document FROM candidate";
  private static final String SUMS =
      """
      SELECT coalesce(sum(feedback_sum), 0)::bigint AS feedback_sum,
          coalesce(sum(feedback_count), 0)::bigint AS feedback_count,
          coalesce(sum(training_sum), 0)::bigint AS training_sum,
          coalesce(sum(training_count), 0)::bigint AS training_count
      FROM candidate
      """;

  /// A candidate's document as text.
  public record StoredCandidate(String id, String document) {}

  private final JdbcClient client;

  CandidateReading(JdbcClient client) {
    this.client = client;
  }

  /// Gives all candidates in any order, some hundred in memory at a time.
  public void forEach(Consumer<StoredCandidate> taker) {
    client
        .sql(ALL)
        .withFetchSize(FETCHED)
        .query(
            (RowCallbackHandler)
                rows -> taker.accept(new StoredCandidate(rows.getString(1), rows.getString(2))));
  }

  /// The sums of all results; who opted out adds nothing.
  public ResultSums sums() {
    return client.sql(SUMS).query(ResultSums.class).single();
  }
}
