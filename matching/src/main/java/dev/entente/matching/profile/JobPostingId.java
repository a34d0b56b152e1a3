package dev.entente.matching.profile;

/// The id that a platform gave a job posting.
///
/// @param value of the form [Ids#FORM]
public record JobPostingId(String value) implements Comparable<JobPostingId> {
  /// @throws IllegalArgumentException if the value has another form
  public JobPostingId {
    Ids.require("job posting id", value);
  }

  /// Orders by code points.
  @Override
  public int compareTo(JobPostingId other) {
    return value.compareTo(other.value);
  }
}
