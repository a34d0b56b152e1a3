package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Collection;

/// What a profile shows beside months: six tenths for the required skills that are used or
/// assessed, four for the [PortfolioQuality].
final class Portfolio {
  static final int RELEVANCE_TENTHS = 6;
  static final int QUALITY_TENTHS = 4;

  private Portfolio() {}

  /// Both parts together, `0..10_000`.
  ///
  /// @param relevance `0..10_000`
  /// @param quality `0..10_000`
  static int of(int relevance, int quality) {
    return Rounding.halfUpToInt(RELEVANCE_TENTHS * relevance + QUALITY_TENTHS * quality, 10);
  }

  /// The share of the required skills that is shown, `0..10_000`.
  static int relevance(int shownSkills, int requiredSkills) {
    return Rounding.halfUpToInt((long) Assessment.WHOLE * shownSkills, requiredSkills);
  }

  /// How many of the required skills are used or assessed.
  static int shownSkills(CandidateFacts facts, Collection<SkillId> required) {
    int shown = 0;
    for (SkillId skill : required) {
      shown += isShown(facts, skill) ? 1 : 0;
    }
    return shown;
  }

  private static boolean isShown(CandidateFacts facts, SkillId skill) {
    SkillEvidence evidence = facts.skills().get(skill);
    return evidence != null && evidence != SkillEvidence.DECLARED;
  }

  /// Tells where [#of] comes from.
  static Explanation explain(CandidateFacts facts, Collection<SkillId> required) {
    return quotient(
        "portfolio",
        sum(
            "tenths",
            product(
                "relevanceTenths",
                constant("relevanceWeight", RELEVANCE_TENTHS),
                explainRelevance(facts, required)),
            product(
                "qualityTenths",
                constant("qualityWeight", QUALITY_TENTHS),
                PortfolioQuality.explain(facts))),
        constant("tenthsOfTheWhole", 10));
  }

  private static Explanation explainRelevance(CandidateFacts facts, Collection<SkillId> required) {
    Collection<SkillId> shown = required.stream().filter(skill -> isShown(facts, skill)).toList();
    return quotient(
        "portfolioRelevance",
        product(
            "shownShare",
            constant("whole", Assessment.WHOLE),
            fact("shownRequiredSkills", shown.size(), new SkillPlaces(facts).ofWanted(shown))),
        constant("requiredSkills", required.size()));
  }
}
