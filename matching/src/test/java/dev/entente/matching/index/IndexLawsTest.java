package dev.entente.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.RecordedCriterion;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Standing;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.Traits;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.testing.NastyProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The index gives what the plain ranker gives, on nasty pairs; a failure names the seed.
@ParameterizedClass(name = "seed {0}")
@MethodSource("seeds")
class IndexLawsTest {
  private static final int CANDIDATES = 400;

  @Parameter private long seed;

  static long[] seeds() {
    return new Random(20_261_129).longs(8).toArray();
  }

  @Test
  void rankingsAreThoseOfThePlainRanker() {
    var pool = IndexedPool.nasty(seed, CANDIDATES);
    CandidateIndex index = pool.index(pool.facts);

    pool.assertSame(index, pool.facts);
  }

  @Test
  void indexOfAnotherHourOfTheDayGivesTheSame() {
    var pool = IndexedPool.nasty(seed, CANDIDATES);
    var evening =
        new RunConditions(
            Instant.parse("2026-11-23T23:59:59.999999999Z"), pool.conditions.calibration());

    pool.assertSame(CandidateIndex.of(pool.records(pool.facts), evening), pool.facts);
  }

  @Test
  void inactivePostingMayAskForNothingAndRanksNobody() {
    var inactive =
        new JobPosting(
            new JobPostingId("p"), false, Set.of(), Set.of(), Set.of(), Optional.empty(), "", "");
    var pool = new IndexedPool(new NastyProfiles(seed).candidates(20), List.of(inactive), seed);
    CandidateIndex index = pool.index(pool.facts);

    pool.assertSame(index, pool.facts);
    new PostingsBySkill(List.of(pool.prepare(inactive, Weights.DEFAULT)))
        .forEachTotal(
            pool.record(pool.facts.getFirst()),
            (_, total) -> {
              throw new AssertionError(total);
            });
  }

  @Test
  void changedIndexGivesWhatAFreshOneGives() {
    var pool = IndexedPool.nasty(seed, CANDIDATES);
    var random = new Random(seed);
    CandidateIndex index = pool.index(pool.facts.subList(0, CANDIDATES / 2));
    List<CandidateFacts> now = new ArrayList<>(pool.facts.subList(0, CANDIDATES / 2));
    for (CandidateFacts newcomer : pool.facts.subList(CANDIDATES / 2, CANDIDATES)) {
      Map<String, Optional<byte[]>> changes = new HashMap<>();
      if (random.nextInt(3) == 0) {
        CandidateFacts gone = now.remove(random.nextInt(now.size()));
        changes.put(gone.candidate().id().value(), Optional.empty());
      }
      now.add(newcomer);
      changes.put(newcomer.candidate().id().value(), Optional.of(pool.record(newcomer)));
      index = index.with(changes);
    }

    pool.assertSame(index, now);
    pool.assertSame(CandidateIndex.of(index.records(), pool.conditions), now);
    assertThat(index.size()).isEqualTo(now.size());
  }

  @Test
  void changedRecordStandsForTheOldOne() {
    var pool = IndexedPool.nasty(seed, CANDIDATES);
    List<CandidateFacts> now = new ArrayList<>();
    Map<String, Optional<byte[]>> changes = new HashMap<>();
    for (int i = 0; i < CANDIDATES; i++) {
      Candidate old = pool.facts.get(i).candidate();
      Candidate other = pool.facts.get((i + 1) % CANDIDATES).candidate();
      CandidateFacts changed = i % 3 == 0 ? pool.as(old, other) : pool.facts.get(i);
      now.add(changed);
      if (i % 3 == 0) {
        changes.put(old.id().value(), Optional.of(pool.record(changed)));
      }
    }

    pool.assertSame(pool.index(pool.facts).with(changes), now);
    pool.assertSame(pool.index(pool.facts).with(changes).with(changes), now);
  }

  @Test
  void postingsBySkillGiveTheTotalsOfTheRankings() {
    var pool = IndexedPool.nasty(seed, CANDIDATES);
    CandidateIndex index = pool.index(pool.facts);
    List<PreparedPosting> prepared =
        pool.postings.stream().map(one -> pool.prepare(one, Weights.DEFAULT)).toList();
    Map<String, Long> ranked = new HashMap<>();
    for (PreparedPosting posting : prepared) {
      index
          .rank(posting, CANDIDATES)
          .matchings()
          .forEach(one -> ranked.put(pair(posting, one.candidate()), one.total()));
    }

    var bySkill = new PostingsBySkill(prepared);
    Map<String, Long> compared = new HashMap<>();
    for (CandidateFacts candidate : pool.facts) {
      bySkill.forEachTotal(
          pool.record(candidate),
          (posting, total) -> compared.put(pair(posting, candidate.candidate().id()), total));
    }

    assertThat(compared).isEqualTo(ranked);
  }

  private static String pair(PreparedPosting posting, CandidateId candidate) {
    return posting.posting().id().value() + " " + candidate.value();
  }

  @Test
  void noBoundIsBelowItsScore() {
    forEachRow(IndexedPool.nasty(seed, CANDIDATES), IndexLawsTest::assertBounds);
  }

  private static void assertBounds(Row row) {
    PreparedPosting posting = row.posting();
    var bounds = new PreparedPosting.Bounds(row.standings());
    posting.bound(row.traits(), row.overlap(), bounds);
    for (int i = 0; i < row.assessments().size(); i++) {
      assertThat(bounds.of(i))
          .as("bound of %s", Criteria.ids().get(i))
          .isGreaterThanOrEqualTo((long) Weights.DEFAULT.at(i) * row.assessments().get(i).score());
    }
    int highest = row.standings().highest(row.traits(), row.isAlone());
    int height = Heights.of(highest, row.standings().mark(row.traits(), row.isAlone()));
    assertThat(highest).isLessThanOrEqualTo(row.standings().highest(row.traits(), false));
    assertThat(Heights.total(height)).isBetween(highest, highest + 7);
    long standing = (long) Heights.total(height) - posting.deduction(Heights.mark(height));
    Overlap overlap = row.overlap();
    long total = Weights.DEFAULT.total(row.assessments());
    assertThat(bounds.sum()).isBetween(total, standing + posting.ceiling(overlap));
    var ceilings = new Ceilings(posting);
    long unknown = ceilings.of(overlap.required(), overlap.shown(), overlap.domains());
    assertThat(standing + ceilings.of(overlap)).isBetween(total, standing + unknown);
  }

  // Criterion by criterion: in a total the room of one hides what another lacks. That somebody
  // meets
  // each bound says that a bound which is one hundredth lower would be noticed.
  @Test
  void somebodyMeetsTheBoundsOfEachCriterionAndNobodyExceedsThem() {
    int[] roomOfStanding = new int[Criteria.all().size()];
    int[] roomOfBound = new int[Criteria.all().size()];
    Arrays.fill(roomOfStanding, Integer.MAX_VALUE);
    Arrays.fill(roomOfBound, Integer.MAX_VALUE);
    var pool = IndexedPool.nasty(seed, CANDIDATES);
    forEachRow(
        pool,
        row -> {
          var weighted = new PreparedPosting.Bounds(row.standings());
          row.posting().bound(row.traits(), row.overlap(), weighted);
          for (int i = 0; i < roomOfStanding.length; i++) {
            int score = row.assessments().get(i).score();
            var bounds = new CriterionBounds(i, row, pool.conditions);
            roomOfStanding[i] = Math.min(roomOfStanding[i], bounds.byStanding() - score);
            roomOfBound[i] = Math.min(roomOfBound[i], bounds.byTraits() - score);
            assertThat(weighted.of(i)).isEqualTo((long) Weights.DEFAULT.at(i) * bounds.byTraits());
          }
        });

    assertThat(roomOfStanding).containsOnly(0);
    assertThat(roomOfBound).containsOnly(0);
  }

  /// What bounds the score of one criterion.
  private record CriterionBounds(
      RecordedCriterion criterion, Standing standing, Traits traits, Row row) {
    private CriterionBounds(int index, Row row, RunConditions conditions) {
      this(
          Criteria.all().get(index).prepare(row.posting().numbers(), conditions),
          Criteria.all().get(index).standing(conditions),
          row.traits().from(row.standings().firstColumn(index)),
          row);
    }

    private int byTraits() {
      return criterion.bound(traits, row.overlap());
    }

    private int byStanding() {
      int highest = row.isAlone() ? standing.alone(traits) : standing.highest(traits);
      return highest + criterion.ceiling(row.overlap()) - deduction();
    }

    private int deduction() {
      return standing instanceof Standing.Marked marked
          ? criterion.deduction(row.isAlone() ? marked.markAlone(traits) : marked.mark(traits))
          : 0;
    }
  }

  /// An eligible candidate in one of a posting's domains.
  ///
  /// @param traits at the candidate's row
  private record Row(
      PreparedPosting posting,
      Overlap overlap,
      List<Assessment> assessments,
      Standings standings,
      RowTraits traits) {
    private boolean isAlone() {
      return posting.numbers().domainCount() == 1;
    }
  }

  private static void forEachRow(IndexedPool pool, Consumer<Row> check) {
    var records = pool.records(pool.facts);
    var standings = new Standings(pool.conditions);
    var cursor = new RecordCursor();
    for (JobPosting posting : pool.postings) {
      PreparedPosting prepared = pool.prepare(posting, Weights.DEFAULT);
      for (int i = 0; i < records.size(); i++) {
        records.read(i, cursor);
        Overlap overlap = prepared.overlap(cursor.head());
        if (posting.active() && EligibilityCounts.isEligible(cursor.head(), overlap)) {
          List<Assessment> assessments = prepared.assess(cursor);
          records.read(i, cursor);
          int rows = cursor.head().domainCount();
          var traits = new RowTraits(new char[rows * standings.columns()], standings);
          standings.measure(cursor, traits);
          for (int row = 0; row < rows; row++) {
            if (prepared.numbers().hasDomain(cursor.head().domain(row))) {
              check.accept(new Row(prepared, overlap, assessments, standings, traits.at(row)));
            }
          }
        }
      }
    }
  }
}
