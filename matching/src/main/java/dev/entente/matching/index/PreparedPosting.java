package dev.entente.matching.index;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Criterion;
import dev.entente.matching.criteria.RecordedCriterion;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.numbers.Traits;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A job posting made ready to be compared with records under the conditions of a run. Immutable,
/// shared by threads.
public final class PreparedPosting {
  private static final int NO_TRAIT = -1;

  private final PostingNumbers numbers;
  private final Weights weights;
  private final RecordedCriterion[] criteria;
  private final int[] boundTraits;
  private final int[] sharedOnly;
  private final boolean[] isBoundScore;
  private final int[] deductions;

  /// Prepares all criteria for a posting.
  ///
  /// @param terms those of the records; one that has no number yet is in no record
  public PreparedPosting(
      JobPostingFacts posting, Weights weights, Terms terms, RunConditions conditions) {
    numbers = new PostingNumbers(posting, terms);
    this.weights = weights;
    criteria =
        criteria(posting.posting()).stream()
            .map(one -> one.prepare(numbers, conditions))
            .toArray(RecordedCriterion[]::new);
    boundTraits = Arrays.stream(criteria).mapToInt(PreparedPosting::boundTrait).toArray();
    var standings = new Standings(conditions);
    sharedOnly =
        IntStream.range(0, criteria.length).filter(i -> standings.traits(i) == 0).toArray();
    isBoundScore = new boolean[criteria.length];
    for (int i = 0; i < isBoundScore.length; i++) {
      isBoundScore[i] = criteria[i].isBoundScore();
    }
    deductions = deductions(standings.marked());
  }

  // Nobody is compared with an inactive posting, which may ask for nothing at all.
  private static List<Criterion> criteria(JobPosting posting) {
    return posting.active() ? Criteria.all() : List.of();
  }

  // The trait that is the bound of a criterion, if one is: many are bounded, so it is read itself.
  private static int boundTrait(RecordedCriterion criterion) {
    return criterion instanceof RecordedCriterion.Static one ? one.boundTrait() : NO_TRAIT;
  }

  private int[] deductions(int marked) {
    int[] byMark = new int[Heights.MARKS];
    if (marked != Standings.UNMARKED && criteria.length > 0) {
      Arrays.setAll(byMark, mark -> weights.at(marked) * criteria[marked].deduction(mark));
    }
    return byMark;
  }

  /// The posting itself.
  public JobPosting posting() {
    return numbers.facts().posting();
  }

  PostingNumbers numbers() {
    return numbers;
  }

  Weights weights() {
    return weights;
  }

  /// What a candidate shares with the posting.
  Overlap overlap(CandidateNumbers candidate) {
    return Overlap.of(numbers, candidate);
  }

  /// The most that scores can add to [Standings#highest].
  long ceiling(Overlap most) {
    long ceiling = 0;
    for (int i = 0; i < criteria.length; i++) {
      ceiling += (long) weights.at(i) * criteria[i].ceiling(most);
    }
    return ceiling;
  }

  /// How far totals stay below the sum of [Standings#highest] and [#ceiling], at least.
  ///
  /// @param mark of the candidate in the domain
  int deduction(int mark) {
    return deductions[mark];
  }

  /// The part of [#ceiling] that nothing but what is shared decides.
  long shared(Overlap overlap) {
    long shared = 0;
    for (int i : sharedOnly) {
      shared += (long) weights.at(i) * criteria[i].ceiling(overlap);
    }
    return shared;
  }

  /// Bounds a candidate's total, criterion by criterion.
  ///
  /// @param bounds takes the weighted bound of each criterion
  /// @return their sum
  long bound(RowTraits row, Overlap overlap, Bounds bounds) {
    long sum = 0;
    for (int i = 0; i < criteria.length; i++) {
      Traits traits = row.from(bounds.standings.firstColumn(i));
      int bound =
          boundTraits[i] == NO_TRAIT
              ? criteria[i].bound(traits, overlap)
              : traits.get(boundTraits[i]);
      bounds.weighted[i] = (long) weights.at(i) * bound;
      sum += bounds.weighted[i];
    }
    bounds.sum = sum;
    return sum;
  }

  /// The bounds of one candidate's scores, weighted. Reused; not thread-safe.
  static final class Bounds {
    private final Standings standings;
    private final long[] weighted = new long[Criteria.all().size()];
    private long sum;

    Bounds(Standings standings) {
      this.standings = standings;
    }

    long sum() {
      return sum;
    }

    long of(int criterion) {
      return weighted[criterion];
    }
  }

  /// Scores an eligible candidate, as long as the total may reach some total.
  ///
  /// @param cursor at the candidate's record
  /// @param bounds of the candidate
  /// @return the total, or something below `least`
  long total(Overlap overlap, RecordCursor cursor, Bounds bounds, long least) {
    long total = bounds.sum;
    for (int i = 0; i < isBoundScore.length && total >= least; i++) {
      NumberReader section = cursor.section();
      if (!isBoundScore[i]) {
        int score = criteria[i].assess(overlap, section).score();
        total += (long) weights.at(i) * score - bounds.weighted[i];
      }
    }
    return total;
  }

  /// What each criterion counts of an eligible candidate, in the order of [Criteria#all].
  ///
  /// @param cursor at the candidate's record
  List<Assessment> assess(RecordCursor cursor) {
    Overlap overlap = overlap(cursor.head());
    List<Assessment> assessments = new ArrayList<>(criteria.length);
    for (RecordedCriterion criterion : criteria) {
      assessments.add(criterion.assess(overlap, cursor.section()));
    }
    return assessments;
  }

  /// The total of an eligible candidate.
  ///
  /// @param cursor at the candidate's record
  long total(RecordCursor cursor) {
    return weights.total(assess(cursor));
  }
}
