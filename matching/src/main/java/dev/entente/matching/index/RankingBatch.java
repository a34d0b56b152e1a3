package dev.entente.matching.index;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.ranking.Ranking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Ranks the candidates of an index for some postings, one after the other. Immutable, shared by
/// threads.
public final class RankingBatch {
  /* Who is eligible is counted for all of the postings at once. One by one, each count would read large
   * sets that the search before has driven out of the caches. */

  private final Base base;
  private final Changes changes;
  private final IdentityHashMap<PreparedPosting, EligibilityCounts> counts =
      new IdentityHashMap<>();

  RankingBatch(Base base, Changes changes, List<PreparedPosting> postings) {
    this.base = base;
    this.changes = changes;
    List<EligibilityCounts> counted =
        base.census()
            .count(postings.stream().map(PreparedPosting::numbers).toList(), changes.gone());
    for (int i = 0; i < counted.size(); i++) {
      counts.put(postings.get(i), counted.get(i));
    }
  }

  /// Ranks the candidates of a posting.
  ///
  /// @param posting of the batch
  /// @param k most matchings, at least 1
  /// @return what a plain ranker gives that was offered all candidates
  /// @throws IllegalArgumentException if `k` is below 1 or the posting is not of the batch
  public Ranking rank(PreparedPosting posting, int k) {
    Best best = best(posting, k, TopTotals.NONE);
    return ranking(posting, best, matchings(posting, best.top(), false));
  }

  /// Ranks the candidates of a posting, and says of each matching what words about it may rest on.
  ///
  /// @param posting of the batch
  /// @param k most matchings, at least 1
  /// @param expected total that the last place is expected to reach, such as a little less than it
  ///   was before; below 0 it says nothing. It decides nothing but the time: candidates below are
  ///   not looked at, unless too few reach it; then all are
  /// @return what a plain ranker gives that was offered all candidates
  /// @throws IllegalArgumentException if `k` is below 1 or the posting is not of the batch
  public Ranking rankWithFacts(PreparedPosting posting, int k, OptionalLong expected) {
    Best best = best(posting, k, expected.orElse(TopTotals.NONE));
    if (expected.isPresent() && best.isShort(k)) {
      best = best(posting, k, TopTotals.NONE);
    }
    return ranking(posting, best, matchings(posting, best.top(), true));
  }

  /// The best candidates of a posting, how many are eligible, and why others are not.
  private record Best(TopTotals top, int eligible, Map<Reason, Integer> ineligible) {
    private boolean isShort(int k) {
      return top.size() < Math.min(k, eligible);
    }
  }

  private Best best(PreparedPosting posting, int k, long floor) {
    EligibilityCounts counts = counts(posting);
    var top = new TopTotals(k, floor, this::compareIds);
    boolean isActive = posting.posting().active();
    if (isActive) {
      new CandidateSearch(base, changes, posting, top).run();
    }
    offerChanges(posting, counts, top);
    Map<Reason, Integer> ineligible = counts.ineligible();
    if (!isActive) {
      ineligible.put(Reason.POSTING_INACTIVE, changes.countAfter(base.records().size()));
    }
    return new Best(top, isActive ? counts.eligible() : 0, ineligible);
  }

  // A copy: those who changed are added.
  private EligibilityCounts counts(PreparedPosting posting) {
    EligibilityCounts known = counts.get(posting);
    if (known == null) {
      throw new IllegalArgumentException(
          "posting " + posting.posting().id().value() + " is not of this batch");
    }
    return new EligibilityCounts(known);
  }

  private static Ranking ranking(PreparedPosting posting, Best best, List<Matching> matchings) {
    return new Ranking(posting.posting().id(), matchings, best.eligible(), best.ineligible());
  }

  private int compareIds(int candidate, int other) {
    return id(candidate).compareTo(id(other));
  }

  // Records that are new are numbered behind those of the base.
  private String id(int candidate) {
    int size = base.records().size();
    return candidate < size ? base.records().id(candidate) : changes.records().id(candidate - size);
  }

  private void offerChanges(PreparedPosting posting, EligibilityCounts counts, TopTotals top) {
    var cursor = new RecordCursor();
    for (int i = 0; i < changes.records().size(); i++) {
      changes.records().read(i, cursor);
      boolean isEligible = counts.add(cursor.head(), posting.overlap(cursor.head()));
      if (isEligible && posting.posting().active()) {
        top.offer(posting.total(cursor), base.records().size() + i);
      }
    }
  }

  private List<Matching> matchings(PreparedPosting posting, TopTotals top, boolean withFacts) {
    List<Matching> matchings = new ArrayList<>();
    var cursor = new RecordCursor();
    for (int candidate : top.drain()) {
      read(candidate, cursor);
      List<Assessment> assessments = posting.assess(cursor);
      var matching = Matching.of(new CandidateId(cursor.id()), assessments, posting.weights());
      matchings.add(withFacts ? matching.with(facts(posting, cursor, assessments)) : matching);
    }
    Collections.reverse(matchings);
    return matchings;
  }

  private static MatchingFacts facts(
      PreparedPosting posting, RecordCursor cursor, List<Assessment> assessments) {
    return MatchingFacts.of(SharedTerms.of(posting.numbers(), cursor.head()), assessments);
  }

  private void read(int candidate, RecordCursor cursor) {
    int size = base.records().size();
    if (candidate < size) {
      base.records().read(candidate, cursor);
    } else {
      changes.records().read(candidate - size, cursor);
    }
  }
}
