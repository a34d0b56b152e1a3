package dev.entente.matching.criteria;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.vocabulary.DomainId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The mean of a candidate's technical tests in the posting's domains, shrunk.
final class RecruiterFeedbackCriterion implements Criterion {
  @Override
  public CriterionId id() {
    return new CriterionId("recruiterFeedback");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(posting.posting().domains(), conditions.calibration().feedbackPrior());
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(posting, conditions.calibration().feedbackPrior());
  }

  @Override
  public void write(CandidateFacts candidate, NumberWriter section) {
    var sums = new DomainSums.Gathering();
    candidate.candidate().technicalTests().forEach(test -> sums.add(test.domain(), test.result()));
    sums.write(section);
  }

  @Override
  public Standing standing(RunConditions conditions) {
    int prior = conditions.calibration().feedbackPrior();
    return new HighestScore(section -> new Scores(DomainSums.read(section), prior));
  }

  private record Counts(ShrunkMean mean) implements Assessment {
    @Override
    public int score() {
      return mean.value();
    }

    @Override
    public int confidence() {
      return mean.confidence();
    }

    @Override
    public OptionalInt band() {
      return OptionalInt.empty();
    }

    @Override
    public List<Figure> figures() {
      return mean.figures("testResults", "testMean");
    }
  }

  private record Prepared(Set<DomainId> domains, int prior) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      int count = 0;
      long sum = 0;
      for (TechnicalTest test : candidate.candidate().technicalTests()) {
        if (domains.contains(test.domain())) {
          count++;
          sum += test.result();
        }
      }
      return new Counts(new ShrunkMean(count, sum, prior));
    }

    @Override
    public Explanation explain(CandidateFacts candidate) {
      List<TechnicalTest> tests = candidate.candidate().technicalTests();
      List<Evidence.Result> results =
          Places.map(
              tests, test -> domains.contains(test.domain()), i -> evidence(i, tests.get(i)));
      return assess(candidate).mean().explain("score", results);
    }

    private static Evidence.Result evidence(int index, TechnicalTest test) {
      return new Evidence.Result(Places.at("/technicalTests", index), test.id(), test.result());
    }
  }

  private record Recorded(PostingNumbers posting, int prior) implements HighestScore.Recorded {
    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      return new Counts(ShrunkMean.of(DomainSums.in(posting, section), prior));
    }
  }

  private record Scores(DomainSums sums, int prior) implements HighestScore.Scores {
    @Override
    public int highest(int domain) {
      return ShrunkMean.highest(sums, domain, prior).value();
    }

    @Override
    public int alone(int domain) {
      return ShrunkMean.of(sums.of(domain), prior).value();
    }
  }
}
