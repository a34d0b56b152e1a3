package dev.entente.server.doctor;

/// One look at one part of an installation. Changes nothing, and ends within seconds.
public interface Check {
  /// The part's name, the beginning of the ids of all its findings.
  String id();

  /// Looks, and notes what it finds as it goes: if it takes too long, what is noted counts.
  void examine(Notes notes);
}
