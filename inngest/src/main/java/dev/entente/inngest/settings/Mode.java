package dev.entente.inngest.settings;

import java.util.Locale;

/// Whom a handler believes.
public enum Mode {
  /// Only who signs with the key.
  CLOUD,
  /// Everybody: for a developer's machine.
  DEV;

  /// As the protocol writes it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
