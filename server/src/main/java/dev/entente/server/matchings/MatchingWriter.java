package dev.entente.server.matchings;

import dev.entente.matching.ranking.Matching;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Replaces the stored list of a job posting, at once and only by a newer one.
@Component
public class MatchingWriter {
  /* Everybody locks in one order: candidates by id, the posting, its ranking row, its matchings. So a
   * decision of a recruiter, an opt-out and a list that is being written wait for each other, and
   * whichever comes second sees what the first has done. */

  /// Most matchings with a rank of one posting.
  public static final int PLACES = 50;

  /// How many matchings more a list should bring, for those that may not be written any more.
  public static final int RESERVE = 10;

  /// What became of a list.
  public sealed interface Written {
    /// It stands, with so many matchings; or a newer one does, and nothing was changed.
    record Stands(int matchings) implements Written {}

    /// The posting is another, inactive or gone; nothing was changed.
    record Outdated() implements Written {}
  }

  private static final String WILLING =
      """
      SELECT id FROM candidate WHERE id = ANY (:ids) AND NOT opted_out ORDER BY id FOR SHARE
      """;
  private static final String POSTING =
      "SELECT revision FROM job_posting WHERE id = :id AND active FOR SHARE";
  private static final String REJECTED =
      """
      SELECT "candidateId" FROM "CandidateMatching"
      WHERE "jobPostingId" = :id AND status = 'REJECTED'
      """;

  private static final String COUNT_REJECTED =
      """
      SELECT "jobPostingId", count(*) FROM "CandidateMatching"
      WHERE status = 'REJECTED' GROUP BY "jobPostingId"
      """;

  private final JdbcClient client;
  private final MatchingRows rows;
  private final RankingRows rankings;
  private final RankingRequests requests;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  MatchingWriter(
      JdbcClient client,
      RankingRequests requests,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.client = client;
    rows = new MatchingRows(client);
    rankings = new RankingRows(client);
    this.requests = requests;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How many rejected candidates each posting has that has any: they take none of its places.
  public Map<String, Integer> countRejected() {
    Map<String, Integer> counts = new HashMap<>();
    client
        .sql(COUNT_REJECTED)
        .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getInt(2)));
    return counts;
  }

  /// Writes a list in a transaction of its own. Candidates who were rejected, erased or opted out
  /// since it was computed are left out; if too few remain, the posting is ranked again soon.
  public Written write(RankedPosting ranked) {
    return transactions.execute(_ -> replace(ranked));
  }

  private Written replace(RankedPosting ranked) {
    List<Matching> offered = ranked.ranking().matchings();
    Set<String> willing = willing(offered);
    Optional<Long> revision =
        client.sql(POSTING).param("id", ranked.postingId()).query(Long.class).optional();
    if (revision.isEmpty() || revision.get() != ranked.revision()) {
      return new Written.Outdated();
    }
    // The very same stands where a commit was done and its answer lost.
    if (rankings.lock(ranked.postingId()) >= ranked.position()) {
      return new Written.Stands(rows.count(ranked.postingId()));
    }
    Set<String> rejected =
        client
            .sql(REJECTED)
            .param("id", ranked.postingId())
            .query((row, _) -> row.getString(1))
            .set();
    willing.removeAll(rejected);
    List<Matching> list =
        offered.stream()
            .filter(matching -> willing.contains(matching.candidate().value()))
            .limit(PLACES)
            .toList();
    rows.replace(ranked.postingId(), list, clock.instant());
    rankings.update(ranked, clock.instant());
    if (list.size() < PLACES && offered.size() < ranked.ranking().eligible()) {
      requests.add(List.of(ranked.postingId()));
    }
    return new Written.Stands(list.size());
  }

  private Set<String> willing(List<Matching> offered) {
    String[] ids = offered.stream().map(m -> m.candidate().value()).toArray(String[]::new);
    return new HashSet<>(
        client.sql(WILLING).param("ids", ids).query((row, _) -> row.getString(1)).list());
  }
}
