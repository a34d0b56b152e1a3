package dev.entente.documents;

/// What a recruiter has done about a matching; only people move it.
public enum MatchingStatus {
  /// Nobody has looked yet.
  PENDING,
  /// Somebody has looked.
  VIEWED,
  /// The candidate was written to or called.
  CONTACTED,
  /// The candidate is not wanted for this job posting, and takes none of its places.
  REJECTED
}
