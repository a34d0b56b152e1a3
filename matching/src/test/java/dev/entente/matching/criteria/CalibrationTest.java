package dev.entente.matching.criteria;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.matching.profile.QuizType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  @Test
  void withoutResultsMeansAreNeutral() {
    assertThat(new CalibrationTally().first()).isEqualTo(new Calibration(5_000, 5_000));
  }

  @Test
  void firstRunRoundsExactMeansToWholePoints() {
    var tally = new CalibrationTally();
    tally.add(aCandidate().tested("backend", "", 7_849).tested("art", "", 7_850).build());
    tally.add(aCandidate().quizzed("backend", QuizType.QCM, 6_050).build());

    assertThat(tally.first()).isEqualTo(new Calibration(7_800, 6_100));
  }

  @Test
  void whoOptedOutDoesNotCount() {
    var tally = new CalibrationTally();
    tally.add(
        aCandidate().optedOut().tested("a", "", 0).quizzed("a", QuizType.QCM, 10_000).build());

    assertThat(tally.first()).isEqualTo(Calibration.NEUTRAL);
  }

  @ParameterizedTest
  @CsvSource({
    "5099,5000", // less than a point above: kept
    "5100,5100",
    "5199,5100", // rounded down, towards the old mean
    "4901,5000",
    "4900,4900",
    "4801,4900" // rounded up, towards the old mean
  })
  void laterRunMovesOnlyByWholePoints(int exact, int mean) {
    var tally = new CalibrationTally();
    tally.add(aCandidate().tested("a", "", exact).tested("a", "", exact).build());

    assertThat(tally.after(Calibration.NEUTRAL).feedbackMean()).isEqualTo(mean);
    assertThat(tally.after(Calibration.NEUTRAL).trainingMean()).isEqualTo(5_000);
  }

  @Test
  void laterRunWithoutResultsReturnsToNeutral() {
    assertThat(new CalibrationTally().after(new Calibration(9_000, 5_099)))
        .isEqualTo(new Calibration(5_000, 5_099));
  }

  @Test
  void priorIsNineTenthsRoundedHalfUp() {
    assertThat(new Calibration(7_005, 1).feedbackPrior()).isEqualTo(6_305);
    assertThat(new Calibration(7_005, 1).trainingPrior()).isEqualTo(1);
  }

  @Test
  void meansAtTheEdgesAreTaken() {
    assertThat(new Calibration(10_000, 0).feedbackPrior()).isEqualTo(9_000);
  }

  @Test
  void meansOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Calibration(10_001, 0)).hasMessageContaining("got: 10001");
    assertThatThrownBy(() -> new Calibration(0, -1)).hasMessageContaining("got: -1");
  }
}
