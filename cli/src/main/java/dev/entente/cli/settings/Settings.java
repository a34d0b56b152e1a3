package dev.entente.cli.settings;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is set for the product: in the environment, else in `.env.local`, else in `.env`.
/// Immutable.
///
/// The first of them that names a setting decides; an empty value there means that it is not set.
public final class Settings {
  private final Map<String, String> environment;
  private final Map<String, String> files;
  private final Path home;

  private Settings(Map<String, String> environment, Map<String, String> files, Path home) {
    this.environment = Map.copyOf(environment);
    this.files = Map.copyOf(files);
    this.home = home;
  }

  /// Reads both files in the product's folder, where they exist.
  ///
  /// @param environment `ENTENTE_HOME` is the product's folder; without it, the working folder is
  /// @throws CommandFailure if a file cannot be read or one of its lines is no setting
  public static Settings load(Map<String, String> environment) {
    Messages messages = Messages.of(environment);
    Path home = Path.of(environment.getOrDefault("ENTENTE_HOME", "")).toAbsolutePath();
    Map<String, String> files = new HashMap<>(EnvironmentFile.read(home.resolve(".env"), messages));
    files.putAll(EnvironmentFile.read(home.resolve(".env.local"), messages));
    return new Settings(environment, files, home);
  }

  /// The value of a setting; empty if it is not set or set to nothing.
  public Optional<String> get(String name) {
    return Optional.ofNullable(environment.getOrDefault(name, files.get(name)))
        .filter(value -> !value.isEmpty());
  }

  /// Where the service keeps what it stores, absolute: `ENTENTE_DATA`, else `data` in the product's
  /// folder.
  ///
  /// A relative path starts at the working folder if the environment names it, at the product's
  /// folder if a file does: a file means one place wherever the command is called.
  public Path dataFolder() {
    Path start = environment.containsKey("ENTENTE_DATA") ? Path.of("").toAbsolutePath() : home;
    return get("ENTENTE_DATA").map(start::resolve).orElseGet(() -> home.resolve("data"));
  }

  /// Where the demo keeps its own, inside the data folder.
  public Path demoFolder() {
    return dataFolder().resolve("demo");
  }
}
