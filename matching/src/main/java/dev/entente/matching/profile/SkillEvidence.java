package dev.entente.matching.profile;

/// How well a candidate's skill is shown, weakest first.
public enum SkillEvidence {
  /// Only named in the candidate's list.
  DECLARED,
  /// Named in an experience or a project.
  USED,
  /// Passed in a technical test with a result of 50.00 or more.
  ASSESSED
}
