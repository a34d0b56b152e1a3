package dev.entente.server.intake;

/// What storing a document did.
public enum Outcome {
  /// There was none of this id.
  CREATED,
  /// There was another of this id.
  REPLACED,
  /// The very same was there.
  UNCHANGED
}
