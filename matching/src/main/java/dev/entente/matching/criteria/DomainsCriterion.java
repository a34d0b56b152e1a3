package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.vocabulary.DomainId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// How many of the posting's domains a candidate declares, with an extra for all of them.
final class DomainsCriterion implements Criterion {
  private static final int SHARE_POINTS = 8_000;
  private static final int POINTS_FOR_ALL = 2_000;

  @Override
  public CriterionId id() {
    return new CriterionId("domains");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(posting.posting().domains());
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(posting.domainCount());
  }

  private record Counts(int asked, int shared) implements Assessment {
    @Override
    public int score() {
      return Rounding.halfUpToInt((long) SHARE_POINTS * shared, asked) + extra();
    }

    private int extra() {
      return shared == asked ? POINTS_FOR_ALL : 0;
    }

    @Override
    public OptionalInt coverage() {
      return OptionalInt.of(Rounding.halfUpToInt((long) WHOLE * shared, asked));
    }
  }

  private record Prepared(Set<DomainId> asked) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      Set<DomainId> declared = candidate.candidate().domains();
      int shared = 0;
      for (DomainId domain : asked) {
        shared += declared.contains(domain) ? 1 : 0;
      }
      return new Counts(asked.size(), shared);
    }

    @Override
    public Explanation explain(CandidateFacts candidate) {
      Counts counts = assess(candidate);
      Explanation shared =
          product(
              "share",
              constant("sharePoints", SHARE_POINTS),
              fact("sharedDomains", counts.shared(), evidence(candidate)));
      return sum(
          "score",
          quotient("sharedShare", shared, constant("askedDomains", counts.asked())),
          constant("extraForAllDomains", counts.extra()));
    }

    private List<Evidence> evidence(CandidateFacts candidate) {
      Set<DomainId> declared = candidate.candidate().domains();
      return asked.stream().map(domain -> evidence(domain, declared)).toList();
    }

    private static Evidence evidence(DomainId domain, Set<DomainId> declared) {
      return declared.contains(domain)
          ? new Evidence.Domain(domain)
          : new Evidence.MissingDomain(domain);
    }
  }

  private static final class Recorded implements RecordedCriterion {
    private final int asked;
    private final int[] scores;

    private Recorded(int asked) {
      this.asked = asked;
      scores = IntStream.rangeClosed(0, asked).map(one -> new Counts(asked, one).score()).toArray();
    }

    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      return new Counts(asked, overlap.domains());
    }

    @Override
    public int ceiling(Overlap most) {
      return scores[most.domains()];
    }

    @Override
    public boolean isBoundScore() {
      return true;
    }
  }
}
