package dev.entente.matching.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.numbers.GrowingTerms;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.PairScorer;
import dev.entente.matching.ranking.PlainRanker;
import dev.entente.matching.ranking.Ranking;
import dev.entente.matching.testing.NastyProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;

/// Nasty candidates and postings of one seed.
final class IndexedPool {
  // The last one is the most.
  private static final int[] TOPS = {1, 50, 1_000};
  private static final int POSTINGS = 6;

  final List<CandidateFacts> facts;
  final List<JobPosting> postings;
  final RunConditions conditions;
  private final Terms terms = new GrowingTerms();
  private final List<Weights> weights;

  static IndexedPool nasty(long seed, int candidates) {
    var profiles = new NastyProfiles(seed);
    return new IndexedPool(profiles.candidates(candidates), profiles.postings(POSTINGS), seed);
  }

  IndexedPool(List<Candidate> all, List<JobPosting> postings, long seed) {
    facts = all.stream().map(CandidateFacts::of).toList();
    this.postings = postings;
    var tally = new CalibrationTally();
    all.forEach(tally::add);
    conditions = new RunConditions(Instant.parse("2026-11-23T00:00:00Z"), tally.first());
    var random = new Random(seed);
    weights = List.of(Weights.DEFAULT, weights(random, 3), weights(random, 1));
  }

  // Random weights; the fewer parts, the more uneven.
  private static Weights weights(Random random, int parts) {
    Map<String, Integer> weights = new HashMap<>();
    Criteria.ids().forEach(id -> weights.put(id.value(), 0));
    for (int i = 0; i < parts; i++) {
      CriterionId id = Criteria.ids().get(random.nextInt(Criteria.ids().size()));
      weights.merge(id.value(), Weights.SUM / parts, Integer::sum);
    }
    weights.merge("skills", Weights.SUM % parts, Integer::sum);
    return Weights.of(weights);
  }

  byte[] record(CandidateFacts candidate) {
    return RecordFormat.write(candidate, terms);
  }

  CandidateFacts as(Candidate who, Candidate profile) {
    return CandidateFacts.of(
        new Candidate(
            who.id(),
            profile.optedOut(),
            profile.domains(),
            profile.skills(),
            profile.headline(),
            profile.bio(),
            profile.experiences(),
            profile.projects(),
            profile.technicalTests(),
            profile.quizResults(),
            profile.badges()));
  }

  CandidateRecords records(List<CandidateFacts> some) {
    var first = new CandidateRecords.Builder();
    var second = new CandidateRecords.Builder();
    for (int i = 0; i < some.size(); i++) {
      (i % 2 == 0 ? first : second).add(some.get(i).candidate().id().value(), record(some.get(i)));
    }
    return CandidateRecords.of(List.of(first, second));
  }

  CandidateIndex index(List<CandidateFacts> some) {
    return CandidateIndex.of(records(some), conditions);
  }

  PreparedPosting prepare(JobPosting posting, Weights some) {
    return new PreparedPosting(JobPostingFacts.of(posting), some, terms, conditions);
  }

  void assertSame(CandidateIndex index, List<CandidateFacts> some) {
    for (Weights weighing : weights) {
      List<PreparedPosting> prepared =
          postings.stream().map(posting -> prepare(posting, weighing)).toList();
      RankingBatch batch = index.batch(prepared);
      for (PreparedPosting one : prepared) {
        JobPosting posting = one.posting();
        Ranking plain = plain(posting, weighing, some);
        for (int k : TOPS) {
          Ranking first = first(k, plain);
          assertThat(index.rank(one, k)).isEqualTo(first);
          for (OptionalLong expected : expectations(first)) {
            assertThat(batch.rankWithFacts(one, k, expected))
                .isEqualTo(
                    new Ranking(
                        first.posting(),
                        withFacts(first.matchings(), posting, weighing, some),
                        first.eligible(),
                        first.ineligible()));
          }
        }
      }
    }
  }

  // None, the last total itself, one that is too low, and some that are too high.
  private static List<OptionalLong> expectations(Ranking ranking) {
    List<OptionalLong> all = new ArrayList<>(List.of(OptionalLong.empty()));
    if (!ranking.matchings().isEmpty()) {
      long first = ranking.matchings().getFirst().total();
      long last = ranking.matchings().getLast().total();
      LongStream.of(last - 250_000, last, last + 1, first, first + 1)
          .mapToObj(OptionalLong::of)
          .forEach(all::add);
    }
    return all;
  }

  private List<Matching> withFacts(
      List<Matching> matchings, JobPosting posting, Weights weighing, List<CandidateFacts> some) {
    var scorer = new PairScorer(JobPostingFacts.of(posting), weighing, conditions);
    Map<CandidateId, CandidateFacts> byId = new HashMap<>();
    some.forEach(one -> byId.put(one.candidate().id(), one));
    return matchings.stream()
        .map(one -> one.with(scorer.facts(requireNonNull(byId.get(one.candidate())))))
        .toList();
  }

  private Ranking plain(JobPosting posting, Weights weighing, List<CandidateFacts> some) {
    var ranker =
        new PlainRanker(JobPostingFacts.of(posting), weighing, conditions, TOPS[TOPS.length - 1]);
    some.forEach(ranker::offer);
    return ranker.ranking();
  }

  private static Ranking first(int k, Ranking ranking) {
    List<Matching> all = ranking.matchings();
    return new Ranking(
        ranking.posting(),
        all.subList(0, Math.min(k, all.size())),
        ranking.eligible(),
        ranking.ineligible());
  }
}
