package dev.entente.server.matchings;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Who stands before and behind a matching in its list.
@Component
public class Neighbours {
  private static final String NEXT_TO =
      """
      WHERE matching."jobPostingId" = :posting AND rank IN (:rank - 1, :rank + 1)
      ORDER BY rank
      """;

  /// A matching beside another.
  public record Neighbour(String matchingId, int rank, CandidateSummary candidate) {}

  /// The two beside a matching.
  ///
  /// @param before empty for the first, and for one without a rank
  /// @param behind empty for the last, likewise
  public record Pair(Optional<Neighbour> before, Optional<Neighbour> behind) {}

  private final JdbcClient client;
  private final KnownCandidates candidates;

  Neighbours(JdbcClient client, KnownCandidates candidates) {
    this.client = client;
    this.candidates = candidates;
  }

  /// Finds those beside a matching.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Pair of(ExplainedMatching matching) {
    Integer rank = matching.answer().rank();
    if (rank == null) {
      return new Pair(Optional.empty(), Optional.empty());
    }
    List<MatchingRow> rows =
        client
            .sql(MatchingRepository.COLUMNS + MatchingRepository.ROWS + NEXT_TO)
            .param("posting", matching.postingId())
            .param("rank", rank)
            .query(MatchingRow::of)
            .list();
    var explainer = new Explainer(candidates.of(rows), Optional.empty());
    List<Neighbour> beside = rows.stream().map(row -> neighbour(row, explainer)).toList();
    return new Pair(
        beside.stream().filter(other -> other.rank() < rank).findFirst(),
        beside.stream().filter(other -> other.rank() > rank).findFirst());
  }

  private static Neighbour neighbour(MatchingRow row, Explainer explainer) {
    return new Neighbour(
        row.id(),
        Optional.ofNullable(row.rank()).orElseThrow(),
        explainer.written(row).candidate());
  }
}
