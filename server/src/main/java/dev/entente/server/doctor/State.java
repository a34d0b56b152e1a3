package dev.entente.server.doctor;

/// How a part of an installation is. The later, the worse.
public enum State {
  /// Works, or is not used.
  OK,
  /// Works, or may work; somebody should look at it.
  WARNING,
  /// Does not work.
  BROKEN
}
