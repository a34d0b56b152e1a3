package dev.entente.server.runs;

/// What a run is over.
public enum RunKind {
  /// All active job postings: it fixes what all scores are as of. One at a time goes on.
  ALL,
  /// Some postings that are named, under what scores are as of already.
  SOME
}
