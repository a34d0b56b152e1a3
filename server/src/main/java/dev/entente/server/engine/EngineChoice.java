package dev.entente.server.engine;

import java.util.Optional;
import java.util.function.Function;

/// Which engine runs the service's functions, and why. Immutable; never shows a key.
///
/// @param inngest how an Inngest server is reached; empty for the embedded engine
/// @param reason in words, for the log
public record EngineChoice(InngestAccess inngest, String reason) {
  /// The embedded engine, as nothing else is set.
  public static final EngineChoice EMBEDDED =
      new EngineChoice(InngestAccess.OFF, "neither INNGEST_SIGNING_KEY nor INNGEST_DEV is set");

  private static final String VARIABLE = "ENTENTE_ENGINE";

  /// Reads what is set.
  ///
  /// @param variable gives what a variable holds, if it is set
  /// @throws IllegalArgumentException that names the variable that is wrong, and never what a key
  ///   holds
  public static EngineChoice of(Function<String, Optional<String>> variable) {
    String wanted = variable.apply(VARIABLE).orElse("auto");
    return switch (wanted) {
      case "auto" -> ofAccess(InngestAccess.of(variable), variable);
      case "embedded" -> new EngineChoice(InngestAccess.OFF, VARIABLE + "=embedded");
      case "inngest" -> ofInngest(InngestAccess.of(variable));
      default ->
          throw new IllegalArgumentException(
              "%s is auto, embedded or inngest, got: %s".formatted(VARIABLE, wanted));
    };
  }

  private static EngineChoice ofAccess(
      InngestAccess access, Function<String, Optional<String>> variable) {
    if (access.settings().isEmpty()) {
      return EMBEDDED;
    }
    boolean isKeyed = variable.apply("INNGEST_SIGNING_KEY").isPresent();
    return new EngineChoice(access, (isKeyed ? "INNGEST_SIGNING_KEY" : "INNGEST_DEV") + " is set");
  }

  private static EngineChoice ofInngest(InngestAccess access) {
    if (access.settings().isEmpty()) {
      throw new IllegalArgumentException(
          VARIABLE + "=inngest needs INNGEST_SIGNING_KEY or INNGEST_DEV");
    }
    return new EngineChoice(access, VARIABLE + "=inngest");
  }

  /// Tells whether functions run in this process.
  public boolean isEmbedded() {
    return inngest.settings().isEmpty();
  }

  /// Its name in settings, answers and logs.
  public String name() {
    return isEmbedded() ? "embedded" : "inngest";
  }
}
