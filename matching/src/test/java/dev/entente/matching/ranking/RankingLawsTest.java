package dev.entente.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.testing.NastyProfiles;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws of scoring on nasty pairs; a failure names the seed, which repeats it.
@ParameterizedClass(name = "seed {0}")
@MethodSource("seeds")
class RankingLawsTest {
  private static final int SKILLS = 0;
  private static final int DOMAINS = 1;
  private static final int EXPERIENCE = 2;
  private static final int FEEDBACK = 3;
  private static final int TRAINING = 4;
  private static final int BADGES = 6;
  private static final int CANDIDATES = 150;
  private static final int POSTINGS = 6;
  private static final int TOP = 50;

  @Parameter private long seed;

  static long[] seeds() {
    return new Random(20_261_123).longs(8).toArray();
  }

  @Test
  void scoresAreInRangeAndExplanationsAddUpToThem() {
    var pool = new Pool(seed);
    pool.forEachEligiblePair(
        (posting, candidate) -> {
          PairScorer scorer = pool.scorer(posting);
          Matching matching = scorer.score(candidate);
          Explanation explanation = scorer.explain(candidate);

          assertThat(matching.scores())
              .hasSameSizeAs(Criteria.ids())
              .allSatisfy(s -> assertThat(s).isBetween(0, 10_000));
          assertThat(matching.total()).isBetween(0L, 100_000_000L);
          assertThat(matching.confidence()).isBetween(0, 10_000);
          assertThat(explanation.value()).isEqualTo(matching.total());
          assertThat(scoresOf(explanation)).isEqualTo(matching.scores());
        });
  }

  private static List<Integer> scoresOf(Explanation explanation) {
    return ((Explanation.Calculation) explanation)
        .parts().stream()
            .map(product -> ((Explanation.Calculation) product).parts().get(1).value())
            .map(Math::toIntExact)
            .toList();
  }

  @Test
  void rankingHoldsTheBestEligiblePairsAndNoOther() {
    var pool = new Pool(seed);
    for (JobPosting posting : pool.postings) {
      List<Matching> all =
          pool.facts.stream()
              .filter(
                  candidate -> Eligibility.of(posting, candidate) instanceof Eligibility.Eligible)
              .map(pool.scorer(posting)::score)
              .sorted(Matching.BEST_FIRST)
              .toList();
      Ranking ranking = pool.rank(posting, pool.facts);

      assertThat(ranking.matchings()).isEqualTo(all.stream().limit(TOP).toList());
      assertThat(ranking.eligible()).isEqualTo(all.size());
    }
  }

  @Test
  void hourOfTheDayChangesNothingAndTheDayDoes() {
    var pool = new Pool(seed);
    RunConditions evening = pool.asOf("2026-11-23T23:59:59.999999999Z");
    RunConditions midnight = pool.asOf("2026-11-24T00:00:00Z");
    RunConditions nextMonth = pool.asOf("2026-12-23T00:00:00Z");
    List<Ranking> all = pool.rankAll(pool.conditions);

    assertThat(evening.scoresLike(pool.conditions)).isTrue();
    assertThat(pool.rankAll(evening)).isEqualTo(all);
    assertThat(midnight.scoresLike(pool.conditions)).isFalse();
    assertThat(pool.rankAll(midnight)).isNotEqualTo(all);
    assertThat(nextMonth.scoresLike(pool.conditions)).isFalse();
    assertThat(pool.rankAll(nextMonth)).isNotEqualTo(all);
  }

  @Test
  void otherCalibrationDoesNotScoreAlike() {
    var pool = new Pool(seed);
    Instant asOf = pool.conditions.asOf();

    assertThat(new RunConditions(asOf, Calibration.NEUTRAL).scoresLike(pool.conditions)).isFalse();
    assertThat(new RunConditions(asOf, pool.conditions.calibration()).scoresLike(pool.conditions))
        .isTrue();
  }

  @Test
  void poolIsNastyEnough() {
    var pool = new Pool(seed);
    List<Ranking> rankings =
        pool.postings.stream().map(p -> pool.rank(p, pool.facts, CANDIDATES)).toList();

    assertThat(rankings).anyMatch(ranking -> ranking.eligible() > TOP);
    assertThat(rankings).anyMatch(RankingLawsTest::hasTies);
  }

  private static boolean hasTies(Ranking ranking) {
    return ranking.matchings().stream().map(Matching::total).distinct().count()
        < ranking.matchings().size();
  }

  @Test
  void orderOfCandidatesAndOfTheirListsDoesNotMatter() {
    var pool = new Pool(seed);
    var random = new Random(seed);
    List<CandidateFacts> shuffled =
        new ArrayList<>(pool.candidates.stream().map(c -> shuffled(c, random)).toList());
    Collections.shuffle(shuffled, random);

    for (JobPosting posting : pool.postings) {
      assertThat(pool.rank(posting, shuffled)).isEqualTo(pool.rank(posting, pool.facts));
    }
  }

  private static CandidateFacts shuffled(Candidate candidate, Random random) {
    CandidateBuilder shuffled = CandidateBuilder.aCandidate().withId(candidate.id().value());
    if (candidate.optedOut()) {
      shuffled.optedOut();
    }
    shuffled.withHeadline(candidate.headline()).withBio(candidate.bio());
    shuffled(candidate.domains().stream().map(DomainId::value).toList(), random)
        .forEach(shuffled::in);
    shuffled(candidate.skills().stream().map(SkillId::value).toList(), random)
        .forEach(shuffled::declaring);
    shuffled(candidate.experiences(), random).forEach(shuffled::with);
    shuffled(candidate.projects(), random).forEach(shuffled::with);
    shuffled(candidate.technicalTests(), random).forEach(shuffled::with);
    shuffled(candidate.quizResults(), random).forEach(shuffled::with);
    shuffled(candidate.badges(), random).forEach(shuffled::with);
    return shuffled.facts();
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  @Test
  void mergedTopsOfShardsAreTheTopOfTheWhole() {
    var pool = new Pool(seed);
    for (JobPosting posting : pool.postings) {
      int few = 7;
      var merged = new TopMatchings(few);
      for (int shard = 0; shard < 3; shard++) {
        int from = shard * CANDIDATES / 3;
        List<CandidateFacts> part = pool.facts.subList(from, (shard + 1) * CANDIDATES / 3);
        pool.rank(posting, part, few).matchings().forEach(merged::offer);
      }

      assertThat(merged.bestFirst()).isEqualTo(pool.rank(posting, pool.facts, few).matchings());
    }
  }

  @Test
  void moreOfWhatIsAskedNeverLowersSkillsDomainsExperienceOrBadges() {
    IntPredicate rising = c -> c == SKILLS || c == DOMAINS || c == EXPERIENCE || c == BADGES;
    var pool = new Pool(seed);
    pool.forEachEligiblePair(
        (posting, candidate) -> {
          List<SkillId> wanted = new ArrayList<>(posting.skills());
          wanted.addAll(posting.niceToHaveSkills());
          for (SkillId skill : wanted) {
            pool.assertNeverLower(
                posting, candidate, like(candidate).declaring(skill.value()), rising);
          }
          for (DomainId domain : posting.domains()) {
            pool.assertNeverLower(posting, candidate, like(candidate).in(domain.value()), rising);
            pool.assertNeverLower(
                posting, candidate, like(candidate).with(month(domain, pool.month())), rising);
          }
          pool.assertNeverLower(
              posting, candidate, like(candidate).awarded("a", BadgeTier.BRONZE), rising);
        });
  }

  private static Experience month(DomainId domain, YearMonth month) {
    return new Experience(
        Optional.of(domain), Set.of(), month, Optional.of(month.plusMonths(1)), "", "");
  }

  @Test
  void raisedResultNeverLowersFeedbackOrTraining() {
    IntPredicate rising = c -> c == FEEDBACK || c == TRAINING;
    var pool = new Pool(seed);
    pool.forEachEligiblePair(
        (posting, candidate) -> {
          List<TechnicalTest> tests = candidate.candidate().technicalTests();
          List<QuizResult> quizzes = candidate.candidate().quizResults();
          for (int i = 0; i < tests.size(); i++) {
            pool.assertNeverLower(
                posting, candidate, with(candidate, raised(tests, i), quizzes), rising);
          }
          if (!quizzes.isEmpty()) {
            pool.assertNeverLower(
                posting, candidate, with(candidate, tests, firstRaised(quizzes)), rising);
          }
        });
  }

  private static List<TechnicalTest> raised(List<TechnicalTest> tests, int index) {
    TechnicalTest test = tests.get(index);
    int higher = Math.min(10_000, test.result() + 50);
    List<TechnicalTest> raised = new ArrayList<>(tests);
    raised.set(
        index,
        new TechnicalTest(
            test.id(), test.domain(), test.skill(), test.score(), OptionalInt.of(higher)));
    return raised;
  }

  private static List<QuizResult> firstRaised(List<QuizResult> quizzes) {
    List<QuizResult> raised = new ArrayList<>(quizzes);
    QuizResult first = raised.removeFirst();
    int higher = Math.min(10_000, first.score() + 50);
    raised.add(
        new QuizResult(first.id(), first.domain(), first.type(), higher, first.completedAt()));
    return raised;
  }

  private static CandidateBuilder with(
      CandidateFacts facts, List<TechnicalTest> tests, List<QuizResult> quizzes) {
    Candidate candidate = facts.candidate();
    return CandidateBuilder.like(
        new Candidate(
            candidate.id(),
            candidate.optedOut(),
            candidate.domains(),
            candidate.skills(),
            candidate.headline(),
            candidate.bio(),
            candidate.experiences(),
            candidate.projects(),
            tests,
            quizzes,
            candidate.badges()));
  }

  @Test
  void declaredSkillThatNobodyAskedForChangesNothing() {
    var pool = new Pool(seed);
    pool.forEachEligiblePair(
        (posting, candidate) ->
            assertThat(pool.score(posting, like(candidate).declaring("zumba").facts()))
                .isEqualTo(pool.score(posting, candidate)));
  }

  private static CandidateBuilder like(CandidateFacts facts) {
    return CandidateBuilder.like(facts.candidate());
  }

  /// Nasty candidates and postings of one seed, with the calibration of a first run over them.
  private static final class Pool {
    private final long seed;
    private final List<Candidate> candidates;
    private final List<CandidateFacts> facts;
    private final List<JobPosting> postings;
    private final RunConditions conditions;

    private Pool(long seed) {
      this.seed = seed;
      var profiles = new NastyProfiles(seed);
      candidates = profiles.candidates(CANDIDATES);
      facts = candidates.stream().map(CandidateFacts::of).toList();
      postings = profiles.postings(POSTINGS);
      var tally = new CalibrationTally();
      candidates.forEach(tally::add);
      Calibration calibration = tally.first();
      conditions = new RunConditions(Instant.parse("2026-11-23T00:00:00Z"), calibration);
    }

    private YearMonth month() {
      return YearMonth.of(2026, 10);
    }

    private PairScorer scorer(JobPosting posting) {
      return new PairScorer(JobPostingFacts.of(posting), Weights.DEFAULT, conditions);
    }

    private Matching score(JobPosting posting, CandidateFacts candidate) {
      return scorer(posting).score(candidate);
    }

    private Ranking rank(JobPosting posting, List<CandidateFacts> some) {
      return rank(posting, some, TOP);
    }

    private Ranking rank(JobPosting posting, List<CandidateFacts> some, int top) {
      return rank(posting, some, conditions, top);
    }

    private static Ranking rank(
        JobPosting posting, List<CandidateFacts> some, RunConditions conditions, int top) {
      var ranker = new PlainRanker(JobPostingFacts.of(posting), Weights.DEFAULT, conditions, top);
      some.forEach(ranker::offer);
      return ranker.ranking();
    }

    private List<Ranking> rankAll(RunConditions others) {
      return postings.stream().map(one -> rank(one, facts, others, CANDIDATES)).toList();
    }

    private RunConditions asOf(String instant) {
      return new RunConditions(Instant.parse(instant), conditions.calibration());
    }

    private void forEachEligiblePair(BiConsumer<JobPosting, CandidateFacts> check) {
      for (JobPosting posting : postings) {
        for (CandidateFacts candidate : facts) {
          if (Eligibility.of(posting, candidate) instanceof Eligibility.Eligible) {
            check.accept(posting, candidate);
          }
        }
      }
    }

    private void assertNeverLower(
        JobPosting posting, CandidateFacts candidate, CandidateBuilder better, IntPredicate some) {
      List<Integer> before = score(posting, candidate).scores();
      List<Integer> after = score(posting, better.facts()).scores();
      IntStream.range(0, before.size())
          .filter(some)
          .forEach(
              c ->
                  assertThat(after.get(c))
                      .as(
                          "%s of %s for %s, seed %d",
                          Criteria.ids().get(c), candidate.candidate(), posting, seed)
                      .isGreaterThanOrEqualTo(before.get(c)));
    }
  }
}
