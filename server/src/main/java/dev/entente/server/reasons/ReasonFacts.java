package dev.entente.server.reasons;

import dev.entente.matching.profile.SkillEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// All that may be said of one matching: counts, evidence and bands, no score, no rank, and nothing
/// that tells who the person is. Copied.
///
/// Names of skills and domains are those of the job posting, and none of the candidate's that it
/// does not name.
///
/// @param required the posting's required skills, at least one
/// @param wished its wished-for skills
/// @param domains its domains, at least one
/// @param figures what criteria counted, by code; absent where there is nothing to count: see the
///   accessors
/// @param bands scores by criterion id, in whole points rounded down to a multiple of five,
///   `0..100`; absent where a score says more of others than of the candidate
/// @param confidence how much evidence stands behind the score
public record ReasonFacts(
    List<Skill> required,
    List<Skill> wished,
    List<Domain> domains,
    Map<String, Integer> figures,
    Map<String, Integer> bands,
    Confidence confidence) {
  /// A skill that the posting asks or wishes for.
  ///
  /// @param name as the posting writes it; empty if that is no name that could be said in a
  ///   sentence: the skill is counted then, and not named
  /// @param evidence how well the candidate shows it; empty for one who does not have it
  public record Skill(Optional<String> name, Optional<SkillEvidence> evidence) {
    /// Whether the candidate has it.
    public boolean isShared() {
      return evidence.isPresent();
    }
  }

  /// A domain that the posting is in.
  ///
  /// @param name likewise
  /// @param isShared whether the candidate declares it
  public record Domain(Optional<String> name, boolean isShared) {}

  /// How much evidence stands behind a score.
  public enum Confidence {
    /// Less than 45 %.
    LOW,
    /// From 45 % on.
    MEDIUM,
    /// From 75 % on.
    HIGH;

    private static final int FROM_MEDIUM = 4_500;
    private static final int FROM_HIGH = 7_500;

    /// In words.
    ///
    /// @param confidence hundredths of a per cent
    public static Confidence of(int confidence) {
      if (confidence >= FROM_HIGH) {
        return HIGH;
      }
      return confidence >= FROM_MEDIUM ? MEDIUM : LOW;
    }
  }

  public ReasonFacts {
    required = List.copyOf(required);
    wished = List.copyOf(wished);
    domains = List.copyOf(domains);
    figures = Map.copyOf(figures);
    bands = Map.copyOf(bands);
  }

  /// Skills that the posting does not name and that are used or assessed.
  public int otherShownSkills() {
    return figure("otherShownSkills");
  }

  /// Months worked in the posting's domains: exact below 24, then whole years.
  public int months() {
    return figure("months");
  }

  /// Months that the posting asks for; 0 if it asks for none.
  public int askedMonths() {
    return figure("askedMonths");
  }

  /// Results of technical tests in the posting's domains.
  public int testResults() {
    return figure("testResults");
  }

  /// Their mean, in whole points rounded down to a multiple of five; empty without any.
  public OptionalInt testMean() {
    return mean("testMean");
  }

  /// Results of quizzes in the posting's domains.
  public int quizResults() {
    return figure("quizResults");
  }

  /// Their mean, likewise.
  public OptionalInt quizMean() {
    return mean("quizMean");
  }

  /// Series of four quizzes or more of one kind, from which a progression follows.
  public int quizSeries() {
    return figure("quizSeries");
  }

  /// Valid badges of the highest tier; then those of the others.
  public int goldBadges() {
    return figure("goldBadges");
  }

  /// Valid badges of the second tier.
  public int silverBadges() {
    return figure("silverBadges");
  }

  /// Valid badges of the third tier.
  public int bronzeBadges() {
    return figure("bronzeBadges");
  }

  /// The band of a criterion's score.
  public OptionalInt band(String criterion) {
    Integer band = bands.get(criterion);
    return band == null ? OptionalInt.empty() : OptionalInt.of(band);
  }

  private int figure(String code) {
    return figures.getOrDefault(code, 0);
  }

  private OptionalInt mean(String code) {
    Integer mean = figures.get(code);
    return mean == null ? OptionalInt.empty() : OptionalInt.of(mean);
  }
}
