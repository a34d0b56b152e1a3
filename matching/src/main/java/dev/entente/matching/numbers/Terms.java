package dev.entente.matching.numbers;

/// The numbers that stand for skills, domains and tokens in the records of candidates.
///
/// A number never changes its meaning; each kind counts for itself, from 0 and closely, because
/// numbers are used as places in arrays. Which numbers there are changes no score.
public interface Terms {
  /// What has no number.
  int UNKNOWN = -1;

  /// What a term is.
  enum Kind {
    /// The value of a `SkillId`.
    SKILL,
    /// The value of a `DomainId`.
    DOMAIN,
    /// One of the tokens of a text.
    TOKEN
  }

  /// The number of a term, at least 0, or [#UNKNOWN].
  int number(Kind kind, String term);
}
