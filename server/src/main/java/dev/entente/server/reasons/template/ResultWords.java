package dev.entente.server.reasons.template;

import dev.entente.server.reasons.ReasonFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is said of results, progression, badges and further skills. Of results whose mean is not
/// known nothing is.
record ResultWords(ReasonFacts facts, Wording wording) {
  // From here on the last results are above the first ones, or high already; of several series
  // the mean is known.
  private static final int RISING_BAND = 55;
  // From here on results speak for the profile; less is told as it is, and not as a strength.
  private static final int STRONG_MEAN = 55;

  /// Something that speaks for the profile, and the band of its criterion.
  private record Point(int band, String words) {}

  /// Noun phrases, the strongest first.
  List<String> strongest() {
    return points().stream()
        .sorted(Comparator.comparingInt(Point::band).reversed())
        .map(Point::words)
        .toList();
  }

  private List<Point> points() {
    List<Point> points = new ArrayList<>();
    if (facts.testResults() > 0 && isStrong(facts.testMean())) {
      String words = wording.testResults(facts.testResults(), mean(facts.testMean()));
      points.add(point("recruiterFeedback", words));
    }
    if (facts.quizResults() > 0 && isStrong(facts.quizMean())) {
      String words = wording.quizResults(facts.quizResults(), mean(facts.quizMean()));
      points.add(point("training", words));
    }
    if (facts.quizSeries() > 0 && band("progression") >= RISING_BAND) {
      points.add(point("progression", wording.risingSeries(facts.quizSeries())));
    }
    badges().ifPresent(words -> points.add(point("badges", words)));
    if (facts.otherShownSkills() > 0) {
      points.add(new Point(0, wording.otherShownSkills(facts.otherShownSkills())));
    }
    return points;
  }

  private Point point(String criterion, String words) {
    return new Point(band(criterion), words);
  }

  private int band(String criterion) {
    return facts.band(criterion).orElse(0);
  }

  private Optional<String> badges() {
    if (facts.goldBadges() > 0) {
      return Optional.of(wording.badges(Wording.Tier.GOLD, facts.goldBadges()));
    }
    if (facts.silverBadges() > 0) {
      return Optional.of(wording.badges(Wording.Tier.SILVER, facts.silverBadges()));
    }
    return facts.bronzeBadges() > 0
        ? Optional.of(wording.badges(Wording.Tier.BRONZE, facts.bronzeBadges()))
        : Optional.empty();
  }

  /// Clauses that tell what else came out.
  List<String> weak() {
    List<String> clauses = new ArrayList<>();
    if (facts.testResults() > 0 && isWeak(facts.testMean())) {
      clauses.add(wording.testsComeTo(facts.testResults(), mean(facts.testMean())));
    }
    if (facts.quizResults() > 0 && isWeak(facts.quizMean())) {
      clauses.add(wording.quizzesComeTo(facts.quizResults(), mean(facts.quizMean())));
    }
    return clauses;
  }

  private static boolean isStrong(OptionalInt mean) {
    return mean.isPresent() && mean(mean) >= STRONG_MEAN;
  }

  private static boolean isWeak(OptionalInt mean) {
    return mean.isPresent() && mean(mean) < STRONG_MEAN;
  }

  private static int mean(OptionalInt mean) {
    return mean.orElseThrow();
  }
}
