package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.minimum;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.vocabulary.DomainId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The level (shrunk mean) and the volume of a candidate's training quizzes in the posting's
/// domains.
final class TrainingCriterion implements Criterion {
  private static final int LEVEL_TENTHS = 8;
  private static final int VOLUME_TENTHS = 2;
  private static final int POINTS_OF_QUIZ = 500;
  private static final int COUNTED_QUIZZES = 20;

  @Override
  public CriterionId id() {
    return new CriterionId("training");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(posting.posting().domains(), conditions.calibration().trainingPrior());
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(posting, conditions.calibration().trainingPrior());
  }

  @Override
  public void write(CandidateFacts candidate, NumberWriter section) {
    var sums = new DomainSums.Gathering();
    candidate.candidate().quizResults().forEach(quiz -> sums.add(quiz.domain(), quiz.score()));
    sums.write(section);
  }

  @Override
  public Standing standing(RunConditions conditions) {
    int prior = conditions.calibration().trainingPrior();
    return new HighestScore(section -> new Scores(DomainSums.read(section), prior));
  }

  private record Counts(ShrunkMean level) implements Assessment {
    @Override
    public int score() {
      return score(level.value(), level.count());
    }

    private static int score(int level, int count) {
      int volume = POINTS_OF_QUIZ * Math.min(count, COUNTED_QUIZZES);
      return Rounding.halfUpToInt(LEVEL_TENTHS * level + VOLUME_TENTHS * volume, 10);
    }

    @Override
    public int confidence() {
      return level.confidence();
    }

    @Override
    public OptionalInt band() {
      return OptionalInt.empty();
    }

    @Override
    public List<Figure> figures() {
      return level.figures("quizResults", "quizMean");
    }
  }

  private record Prepared(Set<DomainId> domains, int prior) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      int count = 0;
      long sum = 0;
      for (QuizResult quiz : candidate.candidate().quizResults()) {
        if (domains.contains(quiz.domain())) {
          count++;
          sum += quiz.score();
        }
      }
      return new Counts(new ShrunkMean(count, sum, prior));
    }

    @Override
    public Explanation explain(CandidateFacts candidate) {
      ShrunkMean level = assess(candidate).level();
      Explanation volume =
          product(
              "volume",
              constant("pointsOfQuiz", POINTS_OF_QUIZ),
              minimum(
                  "countedQuizzes",
                  constant("resultCount", level.count()),
                  constant("highestCount", COUNTED_QUIZZES)));
      return quotient(
          "score",
          sum(
              "tenths",
              product(
                  "levelTenths",
                  constant("levelWeight", LEVEL_TENTHS),
                  level.explain("level", results(candidate))),
              product("volumeTenths", constant("volumeWeight", VOLUME_TENTHS), volume)),
          constant("tenthsOfTheWhole", 10));
    }

    private List<Evidence.Result> results(CandidateFacts candidate) {
      List<QuizResult> quizzes = candidate.candidate().quizResults();
      return Places.map(
          quizzes,
          quiz -> domains.contains(quiz.domain()),
          i ->
              new Evidence.Result(
                  Places.at("/quizResults", i), quizzes.get(i).id(), quizzes.get(i).score()));
    }
  }

  private record Recorded(PostingNumbers posting, int prior) implements HighestScore.Recorded {
    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      return new Counts(ShrunkMean.of(DomainSums.in(posting, section), prior));
    }
  }

  private record Scores(DomainSums sums, int prior) implements HighestScore.Scores {
    // The best level and the volume of all domains, which no one set need reach together.
    @Override
    public int highest(int domain) {
      return Counts.score(ShrunkMean.highest(sums, domain, prior).value(), sums.count());
    }

    @Override
    public int alone(int domain) {
      return new Counts(ShrunkMean.of(sums.of(domain), prior)).score();
    }
  }
}
