package dev.entente.server.doctor;

import java.util.Optional;

/// What a check has found.
///
/// @param id stable from release to release: the check's, or the check's and what it is about, as
///   `database.rights`
/// @param message what it is and means, in the user's language
/// @param advice what to do; empty if nothing is to be done
public record Finding(String id, State state, String message, Optional<String> advice) {
  /// The part of the installation: the id up to its first point.
  public String part() {
    return id.replaceFirst("\\..*", "");
  }
}
