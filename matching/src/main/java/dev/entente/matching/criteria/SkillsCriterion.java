package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.minimum;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.SkillId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// How much of the required skills a candidate has, weighted by how well each is shown.
///
/// The bonus for more than was asked is paid for wished-for and for shown skills only, capped, and
/// in proportion to coverage: a list of declared keywords earns nothing.
final class SkillsCriterion implements Criterion {
  private static final int COVERAGE_WEIGHT = 850;
  private static final int BONUS_WEIGHT = 150;
  private static final int HIGHEST_BONUS = 10;
  private static final int BONUS_OF_OTHER_SKILL = 2;
  private static final int WISHED_BONUS = 6;
  private static final int HIGHEST_OTHERS_BONUS = 4;

  @Override
  public CriterionId id() {
    return new CriterionId("skills");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(posting.posting());
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    JobPosting asked = posting.facts().posting();
    return new Recorded(asked.skills().size(), asked.niceToHaveSkills().size());
  }

  private static int points(SkillEvidence evidence) {
    return switch (evidence) {
      case DECLARED -> 8;
      case USED -> 9;
      case ASSESSED -> 10;
    };
  }

  /// @param evidencePoints of the matched skills, 8 to 10 each
  /// @param wished nice-to-have skills
  /// @param others skills neither asked nor wished for that are used or assessed
  private record Counts(
      int required, int matched, int evidencePoints, int wished, int wishedMatched, int others)
      implements Assessment {

    @Override
    public int score() {
      long weighted =
          COVERAGE_WEIGHT * (long) evidencePoints + BONUS_WEIGHT * (long) matched * bonus();
      return Rounding.halfUpToInt(weighted, required);
    }

    private int bonus() {
      if (wished == 0) {
        return Math.min(HIGHEST_BONUS, BONUS_OF_OTHER_SKILL * others);
      }
      return Rounding.halfUpToInt((long) WISHED_BONUS * wishedMatched, wished)
          + Math.min(HIGHEST_OTHERS_BONUS, others);
    }

    @Override
    public OptionalInt coverage() {
      return OptionalInt.of(Rounding.halfUpToInt((long) WHOLE * matched, required));
    }

    @Override
    public List<Figure> figures() {
      return List.of(new Figure("otherShownSkills", others));
    }
  }

  private record Prepared(JobPosting posting) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      Map<SkillId, SkillEvidence> skills = candidate.skills();
      int matched = 0;
      int evidencePoints = 0;
      for (SkillId skill : posting.skills()) {
        SkillEvidence evidence = skills.get(skill);
        if (evidence != null) {
          matched++;
          evidencePoints += points(evidence);
        }
      }
      return new Counts(
          posting.skills().size(),
          matched,
          evidencePoints,
          posting.niceToHaveSkills().size(),
          count(posting.niceToHaveSkills(), skills),
          others(skills));
    }

    private static int count(Set<SkillId> wanted, Map<SkillId, SkillEvidence> skills) {
      int count = 0;
      for (SkillId skill : wanted) {
        count += skills.containsKey(skill) ? 1 : 0;
      }
      return count;
    }

    private int others(Map<SkillId, SkillEvidence> skills) {
      int others = 0;
      for (Map.Entry<SkillId, SkillEvidence> skill : skills.entrySet()) {
        others += isOther(skill.getKey(), skill.getValue()) ? 1 : 0;
      }
      return others;
    }

    private boolean isOther(SkillId skill, SkillEvidence evidence) {
      return evidence != SkillEvidence.DECLARED
          && !posting.skills().contains(skill)
          && !posting.niceToHaveSkills().contains(skill);
    }

    @Override
    public Explanation explain(CandidateFacts candidate) {
      Counts counts = assess(candidate);
      var evidence = new SkillPlaces(candidate);
      Explanation matched =
          fact("matchedSkills", counts.matched(), evidence.ofWanted(posting.skills()));
      return quotient(
          "score",
          sum(
              "weighted",
              product(
                  "coverage",
                  constant("coverageWeight", COVERAGE_WEIGHT),
                  sum("evidencePoints", evidencePoints(evidence))),
              product(
                  "bonusShare",
                  constant("bonusWeight", BONUS_WEIGHT),
                  matched,
                  bonus(counts, evidence))),
          constant("requiredSkills", counts.required()));
    }

    private List<Explanation> evidencePoints(SkillPlaces evidence) {
      return evidence.ofAll(skill -> posting.skills().contains(skill)).stream()
          .map(skill -> fact("skillPoints", points(skill.shown()), List.of(skill)))
          .toList();
    }

    private Explanation bonus(Counts counts, SkillPlaces evidence) {
      Explanation others =
          fact(
              "otherShownSkills",
              counts.others(),
              evidence.ofAll(skill -> isOther(skill, evidence.shown(skill))));
      if (counts.wished() == 0) {
        return minimum(
            "bonus",
            constant("highestBonus", HIGHEST_BONUS),
            product("othersBonus", constant("bonusOfOtherSkill", BONUS_OF_OTHER_SKILL), others));
      }
      Explanation wished =
          product(
              "wished",
              constant("wishedBonus", WISHED_BONUS),
              fact(
                  "matchedNiceToHaveSkills",
                  counts.wishedMatched(),
                  evidence.ofWanted(posting.niceToHaveSkills())));
      return sum(
          "bonus",
          quotient("wishedShare", wished, constant("niceToHaveSkills", counts.wished())),
          minimum("othersBonus", constant("highestOthersBonus", HIGHEST_OTHERS_BONUS), others));
    }
  }

  private record Recorded(int required, int wished) implements RecordedCriterion {
    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      return counts(overlap);
    }

    private Counts counts(Overlap overlap) {
      int used = overlap.shown() - overlap.assessed();
      int declared = overlap.required() - overlap.shown();
      int evidence =
          points(SkillEvidence.DECLARED) * declared
              + points(SkillEvidence.USED) * used
              + points(SkillEvidence.ASSESSED) * overlap.assessed();
      return new Counts(
          required, overlap.required(), evidence, wished, overlap.wished(), overlap.others());
    }

    @Override
    public int ceiling(Overlap most) {
      return counts(most).score();
    }

    @Override
    public boolean isBoundScore() {
      return true;
    }
  }
}
