package dev.entente.server.engine;

import dev.entente.inngest.settings.Mode;
import dev.entente.inngest.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Whether an Inngest server may call the service's functions, and how the two trust each other.
/// Never shows a key.
///
/// @param settings empty where neither a key nor a dev server is set
public record InngestAccess(Optional<Settings> settings) {
  /// Nobody may.
  public static final InngestAccess OFF = new InngestAccess(Optional.empty());

  /// Reads what is set.
  ///
  /// @param variable gives what a variable holds, if it is set
  /// @throws IllegalArgumentException that names the variable that is wrong, and never what it
  ///   holds
  public static InngestAccess of(Function<String, Optional<String>> variable) {
    Map<String, String> set = new HashMap<>();
    Settings.VARIABLES.forEach(name -> variable.apply(name).ifPresent(v -> set.put(name, v)));
    return set.containsKey("INNGEST_SIGNING_KEY") || set.containsKey("INNGEST_DEV")
        ? new InngestAccess(Optional.of(Settings.of(set)))
        : OFF;
  }

  /// Tells whether everybody who reaches the service is believed.
  public boolean isOpen() {
    return settings.filter(set -> set.mode() == Mode.DEV).isPresent();
  }
}
