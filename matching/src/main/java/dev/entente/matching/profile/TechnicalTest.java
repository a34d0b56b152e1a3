package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Optional;
import java.util.OptionalInt;

/// One technical test that a company gave a candidate.
///
/// When and for whom it was done enters no score, so neither stands here.
///
/// @param id unique among the candidate's tests
/// @param domain the field it tests
/// @param skill the skill it tests, if it is about one
/// @param score in hundredths of a point, `0..10_000`
/// @param reviewScore what the recruiter gave on reading it, same unit; 0 is a score
public record TechnicalTest(
    String id, DomainId domain, Optional<SkillId> skill, int score, OptionalInt reviewScore) {
  /// @throws IllegalArgumentException if the id's form or a score's range is broken
  public TechnicalTest {
    Ids.require("technical test id", id);
    Scores.require("score", score);
    reviewScore.ifPresent(review -> Scores.require("review score", review));
  }

  /// The review score, else the score, in hundredths of a point.
  public int result() {
    return reviewScore.orElse(score);
  }
}
