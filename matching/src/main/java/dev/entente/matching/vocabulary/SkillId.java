package dev.entente.matching.vocabulary;

/// The canonical id of a skill, such as `javascript`; made by [Vocabulary#skill].
///
/// @param value normalised and canonical; never blank
public record SkillId(String value) implements Comparable<SkillId> {
  /// @throws IllegalArgumentException if the value is blank
  public SkillId {
    CanonicalIds.requireNotBlank("skill", value);
  }

  /// Orders by UTF-16 units: stable, for showing; no ranking depends on it.
  @Override
  public int compareTo(SkillId other) {
    return value.compareTo(other.value);
  }
}
