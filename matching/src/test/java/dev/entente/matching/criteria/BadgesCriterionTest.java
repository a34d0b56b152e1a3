package dev.entente.matching.criteria;

import static dev.entente.matching.profile.BadgeTier.BRONZE;
import static dev.entente.matching.profile.BadgeTier.GOLD;
import static dev.entente.matching.profile.BadgeTier.SILVER;
import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.testing.CandidateBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BadgesCriterionTest {
  private final CriterionContract badges = CriterionContract.of(new BadgesCriterion());

  @Test
  void tiersCountOneTwoThreeAndEachFurtherPointAddsLess() {
    assertThat(score(aCandidate())).isZero();
    assertThat(score(aCandidate().awarded("a", BRONZE))).isEqualTo(2_000);
    assertThat(score(aCandidate().awarded("a", SILVER))).isEqualTo(3_333);
    assertThat(score(aCandidate().awarded("a", GOLD))).isEqualTo(4_286);
    assertThat(score(aCandidate().awarded("a", GOLD).awarded("b", BRONZE))).isEqualTo(5_000);
  }

  @Test
  void highestTierOfACodeCountsOnce() {
    assertThat(score(aCandidate().awarded("a", BRONZE).awarded("a", GOLD).awarded("a", SILVER)))
        .isEqualTo(4_286);
  }

  @Test
  void codesAreExactTexts() {
    assertThat(score(aCandidate().awarded("a", BRONZE).awarded("A", BRONZE).awarded("a ", BRONZE)))
        .isEqualTo(4_286);
  }

  @Test
  void badgeIsValidThroughItsLastDay() {
    assertThat(score(aCandidate().awardedUntil("a", GOLD, "2026-11-22"))).isZero();
    assertThat(score(aCandidate().awardedUntil("a", GOLD, "2026-11-23"))).isEqualTo(4_286);
    assertThat(score(aCandidate().awardedUntil("a", GOLD, "2026-11-24"))).isEqualTo(4_286);
  }

  @Test
  void dayIsTheOneOfAsOfInUtc() {
    var lateEvening = new RunConditions(Instant.parse("2026-11-23T23:59:59Z"), Calibration.NEUTRAL);
    var candidate = aCandidate().awardedUntil("a", GOLD, "2026-11-23");

    assertThat(
            CriterionContract.with(new BadgesCriterion(), lateEvening).score(aPosting(), candidate))
        .isEqualTo(4_286);
  }

  @Test
  void expiredBadgeGivesWayToALowerValidOne() {
    assertThat(score(aCandidate().awardedUntil("a", GOLD, "2020-01-01").awarded("a", BRONZE)))
        .isEqualTo(2_000);
  }

  @Test
  void explanationNamesTheCountedBadges() {
    var candidate = aCandidate().awarded("a", BRONZE).awarded("a", GOLD).awarded("a", GOLD);

    assertThat(
            CriterionContract.evidence(
                badges.prepare(aPosting()).explain(candidate.facts()), "badgePoints"))
        .containsOnly(new Evidence.Badge("/badges/1", "a", GOLD));
  }

  private int score(CandidateBuilder candidate) {
    return badges.score(aPosting(), candidate);
  }
}
