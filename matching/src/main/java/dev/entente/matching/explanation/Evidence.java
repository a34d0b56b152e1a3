package dev.entente.matching.explanation;

import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.List;

/// One thing that was counted, named so that it can be found in the candidate's document.
///
/// A place is a JSON Pointer (RFC 6901) into the document, such as `/experiences/0`.
public sealed interface Evidence {
  /// A skill of the candidate.
  ///
  /// @param shown how well
  /// @param places where it is named or passed
  record Skill(SkillId skill, SkillEvidence shown, List<String> places) implements Evidence {
    public Skill {
      places = List.copyOf(places);
    }
  }

  /// A skill that was asked or wished for and that the candidate does not have.
  record MissingSkill(SkillId skill) implements Evidence {}

  /// A domain that the candidate declares.
  record Domain(DomainId domain) implements Evidence {}

  /// A domain that was asked for and that the candidate does not declare.
  record MissingDomain(DomainId domain) implements Evidence {}

  /// An experience or a project, or a text of the profile.
  ///
  /// @param value what it contributes, in the unit of its fact; months of experiences that overlap
  ///   are each given whole though their union counts once
  record Place(String place, long value) implements Evidence {}

  /// A result of a technical test or a quiz, hundredths of a point.
  record Result(String place, String id, int result) implements Evidence {}

  /// A valid badge.
  record Badge(String place, String code, BadgeTier tier) implements Evidence {}

  /// A word that posting and candidate share.
  record Token(String token) implements Evidence {}
}
