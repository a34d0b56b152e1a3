package dev.entente.documents;

/// Where work is done. People filter by it; it enters no score.
public enum WorkMode {
  /// At the company.
  ONSITE,
  /// Some days each.
  HYBRID,
  /// From anywhere.
  REMOTE
}
