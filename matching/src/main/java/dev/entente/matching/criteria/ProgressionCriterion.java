package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateFacts.SeriesKey;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.vocabulary.DomainId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How much a candidate's quiz results rose, over all long enough series in the posting's domains;
/// neutral without any.
final class ProgressionCriterion implements Criterion {
  @Override
  public CriterionId id() {
    return new CriterionId("progression");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(posting.posting().domains());
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(posting);
  }

  @Override
  public void write(CandidateFacts candidate, NumberWriter section) {
    var sums = new DomainSums.Gathering();
    candidate
        .quizSeries()
        .forEach(
            (key, results) -> {
              if (QuizSeries.isLong(results)) {
                sums.add(key.domain(), new QuizSeries(results).score());
              }
            });
    sums.write(section);
  }

  @Override
  public Standing standing(RunConditions conditions) {
    return new HighestScore(section -> new Scores(DomainSums.read(section)));
  }

  private record Counts(int series, long sum) implements Assessment {
    @Override
    public int score() {
      return series == 0 ? QuizSeries.NEUTRAL : Rounding.halfUpToInt(sum, series);
    }

    @Override
    public int confidence() {
      return series == 0 ? 0 : WHOLE;
    }

    @Override
    public List<Figure> figures() {
      return List.of(new Figure("quizSeries", series));
    }
  }

  private record Prepared(Set<DomainId> domains) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      int count = 0;
      long sum = 0;
      for (Map.Entry<SeriesKey, List<QuizResult>> entry : candidate.quizSeries().entrySet()) {
        if (domains.contains(entry.getKey().domain()) && QuizSeries.isLong(entry.getValue())) {
          count++;
          sum += new QuizSeries(entry.getValue()).score();
        }
      }
      return new Counts(count, sum);
    }

    @Override
    public Explanation explain(CandidateFacts candidate) {
      List<Explanation> series =
          longSeries(candidate).map(results -> explain(candidate, results)).toList();
      return series.isEmpty()
          ? constant("score", QuizSeries.NEUTRAL)
          : quotient("score", sum("allSeries", series), constant("seriesCount", series.size()));
    }

    private Stream<List<QuizResult>> longSeries(CandidateFacts candidate) {
      return candidate.quizSeries().entrySet().stream()
          .filter(entry -> domains.contains(entry.getKey().domain()))
          .filter(entry -> QuizSeries.isLong(entry.getValue()))
          .sorted(
              Map.Entry.comparingByKey(
                  Comparator.comparing(SeriesKey::domain).thenComparing(SeriesKey::type)))
          .map(Map.Entry::getValue);
    }

    private static Explanation explain(CandidateFacts candidate, List<QuizResult> results) {
      return new QuizSeries(results).explain(candidate.candidate().quizResults());
    }
  }

  private record Recorded(PostingNumbers posting) implements HighestScore.Recorded {
    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      DomainSums.Sum series = DomainSums.in(posting, section);
      return new Counts(series.count(), series.sum());
    }
  }

  private record Scores(DomainSums sums) implements HighestScore.Scores {
    // Without a series in the domain, a posting of that domain alone is neutral.
    @Override
    public int highest(int domain) {
      int best = score(sums.best(domain, DomainSums.Sum.NONE));
      return sums.of(domain).count() == 0 ? Math.max(QuizSeries.NEUTRAL, best) : best;
    }

    @Override
    public int alone(int domain) {
      return score(sums.of(domain));
    }

    private static int score(DomainSums.Sum series) {
      return new Counts(series.count(), series.sum()).score();
    }
  }
}
