package dev.entente.matching.profile;

/// The id that a platform gave a candidate.
///
/// @param value of the form [Ids#FORM]
public record CandidateId(String value) implements Comparable<CandidateId> {
  /// @throws IllegalArgumentException if the value has another form
  public CandidateId {
    Ids.require("candidate id", value);
  }

  /// Orders by code points.
  @Override
  public int compareTo(CandidateId other) {
    return value.compareTo(other.value);
  }
}
