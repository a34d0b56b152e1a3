package dev.entente.server.doctor.settings;

import java.util.Optional;

/// What may be told of a setting that the product knows. Immutable; never holds a secret.
///
/// @param value empty unless it may be shown
/// @param place where it is set: the name of a file, or empty for the environment; without meaning
///   where it is not set
public record SettingInForce(String name, How how, Optional<String> value, Optional<String> place) {
  /// How a setting is in force.
  public enum How {
    /// Nothing is set, or the empty text.
    DEFAULT,
    /// A value that is shown.
    SHOWN,
    /// A value that is not shown: it is long, or might hold a secret.
    UNSHOWN,
    /// A secret.
    SECRET,
    /// What is set has not its form, so it is not shown.
    MALFORMED
  }
}
