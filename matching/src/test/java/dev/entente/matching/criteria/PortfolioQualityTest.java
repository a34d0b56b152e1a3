package dev.entente.matching.criteria;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.testing.CandidateBuilder;
import org.junit.jupiter.api.Test;

class PortfolioQualityTest {
  private static final String EIGHTY = "x".repeat(80);
  private static final String LINK = "https://example.org";

  @Test
  void emptyProfileIsWorthNothing() {
    assertThat(quality(aCandidate())).isZero();
    assertThat(quality(aCandidate().withProject("", ""))).isZero();
  }

  @Test
  void eachPartIsWorthItsPoints() {
    assertThat(quality(aCandidate().withHeadline("x"))).isEqualTo(1_000);
    assertThat(quality(aCandidate().withBio("x".repeat(200)))).isEqualTo(1_500);
    assertThat(quality(aCandidate().withProject(EIGHTY, ""))).isEqualTo(1_000);
    assertThat(quality(aCandidate().withProject("", LINK))).isEqualTo(500);
    assertThat(quality(aCandidate().withProject(EIGHTY, LINK))).isEqualTo(1_500);
  }

  @Test
  void fullProfileIsWorthTheWhole() {
    var candidate = aCandidate().withHeadline("x").withBio("x".repeat(200));
    for (int i = 0; i < 6; i++) {
      candidate.withProject(EIGHTY, LINK);
    }

    assertThat(quality(candidate)).isEqualTo(10_000);
  }

  @Test
  void explanationNamesOnlyWhatEarnsPoints() {
    var candidate = aCandidate().withProject("", "").withHeadline(" ");

    assertThat(PortfolioQuality.explain(candidate.facts()).toString())
        .doesNotContain("/projects", "/headline", "/bio");
  }

  private static int quality(CandidateBuilder candidate) {
    int quality = PortfolioQuality.of(candidate.facts());
    assertThat(PortfolioQuality.explain(candidate.facts()).value()).isEqualTo(quality);
    return quality;
  }
}
