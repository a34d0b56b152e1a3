package dev.entente.server.doctor.settings;

/// A setting that the product knows.
///
/// @param form what its value must be
/// @param display what may be shown of a value
/// @param isOfTheEnvironment whether it is read from the environment alone, so that it does nothing
///   in a file
record Setting(String name, Form form, Display display, boolean isOfTheEnvironment) {
  /// What may be shown of a value.
  enum Display {
    /// A wrong one.
    SHOWN,
    /// None: what was put there by mistake may be a secret.
    UNSHOWN,
    /// None, wherever else it comes up.
    SECRET
  }

  static Setting shown(String name, Form form) {
    return new Setting(name, form, Display.SHOWN, false);
  }

  static Setting unshown(String name, Form form) {
    return new Setting(name, form, Display.UNSHOWN, false);
  }

  static Setting secret(String name, Form form) {
    return new Setting(name, form, Display.SECRET, false);
  }

  static Setting ofTheEnvironment(String name) {
    return new Setting(name, Form.ANY, Display.UNSHOWN, true);
  }

  boolean isSecret() {
    return display == Display.SECRET;
  }
}
