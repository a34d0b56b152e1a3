package dev.entente.matching.index;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.ranking.Ranking;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many candidates made ready to be ranked fast under the conditions of a run: the same rankings as
/// the plain ranker's, in a small part of its time. Immutable, shared by threads.
public final class CandidateIndex {
  private final RunConditions conditions;
  private final Base base;
  private final Changes changes;

  private CandidateIndex(RunConditions conditions, Base base, Changes changes) {
    this.conditions = conditions;
    this.base = base;
    this.changes = changes;
  }

  /// Makes all ready, on all processors.
  public static CandidateIndex of(CandidateRecords records, RunConditions conditions) {
    return new CandidateIndex(
        conditions, new Base(records, conditions), Changes.none(records.size()));
  }

  /// This index after some candidates changed. The more changes it carries, the slower it ranks.
  ///
  /// @param records by candidate id; empty for one who is there no more
  public CandidateIndex with(Map<String, Optional<byte[]>> records) {
    return new CandidateIndex(conditions, base, changes.plus(records, base));
  }

  /// How many changes it carries.
  public int changes() {
    return changes.size();
  }

  /// How many candidates there are.
  public int size() {
    return changes.countAfter(base.records().size());
  }

  /// The conditions it was made under; it ranks under all that [RunConditions#scoresLike] them.
  public RunConditions conditions() {
    return conditions;
  }

  /// The records of all candidates, for another index.
  public CandidateRecords records() {
    return changes.size() == 0 ? base.records() : base.records().with(changes);
  }

  /// Ranks the candidates of a posting.
  ///
  /// @param posting prepared under conditions that score like those of this index
  /// @param k most matchings, at least 1
  /// @return what a plain ranker gives that was offered all candidates
  /// @throws IllegalArgumentException if `k` is below 1
  public Ranking rank(PreparedPosting posting, int k) {
    return batch(List.of(posting)).rank(posting, k);
  }

  /// Counts who is eligible for some postings, which are ranked then one after the other.
  ///
  /// @param postings prepared likewise
  /// @return what ranks these and no others
  public RankingBatch batch(List<PreparedPosting> postings) {
    return new RankingBatch(base, changes, postings);
  }
}
