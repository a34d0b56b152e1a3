package dev.entente.cli.settings;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is set for the product: in the environment, else in `.env.local`, else in `.env`.
/// Immutable.
///
/// The first of them that names a setting decides; an empty value there means that it is not set.
public final class Settings {
  private final List<SettingsSource> sources;
  private final Path home;

  private Settings(List<SettingsSource> sources, Path home) {
    this.sources = List.copyOf(sources);
    this.home = home;
  }

  /// Reads both files in the product's folder, where they exist.
  ///
  /// @param environment `ENTENTE_HOME` is the product's folder; without it, the working folder is
  /// @throws CommandFailure if a file cannot be read or one of its lines is no setting
  public static Settings load(Map<String, String> environment) {
    Messages messages = Messages.of(environment);
    Path home = Path.of(environment.getOrDefault("ENTENTE_HOME", "")).toAbsolutePath();
    return new Settings(
        List.of(
            new SettingsSource(Optional.empty(), environment),
            file(home.resolve(".env.local"), messages),
            file(home.resolve(".env"), messages)),
        home);
  }

  /// Settings of an environment alone, without any file.
  public static Settings ofEnvironment(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("ENTENTE_HOME", "")).toAbsolutePath();
    return new Settings(List.of(new SettingsSource(Optional.empty(), environment)), home);
  }

  /// The same without some settings, wherever they are set.
  public Settings without(Set<String> names) {
    return new Settings(sources.stream().map(source -> source.without(names)).toList(), home);
  }

  private static SettingsSource file(Path file, Messages messages) {
    return new SettingsSource(Optional.of(file), EnvironmentFile.read(file, messages));
  }

  /// Where settings stand, whoever they are for: the first that names one decides.
  public List<SettingsSource> sources() {
    return sources;
  }

  /// The value of a setting; empty if it is not set or set to nothing.
  public Optional<String> get(String name) {
    return source(name).map(source -> source.value(name)).filter(value -> !value.isEmpty());
  }

  /// What decides a setting; empty if nothing names it.
  public Optional<SettingsSource> source(String name) {
    return sources.stream().filter(source -> source.names(name)).findFirst();
  }

  /// Where the service keeps what it stores, absolute: `ENTENTE_DATA`, else `data` in the product's
  /// folder.
  ///
  /// A relative path starts at the working folder if the environment names it, at the product's
  /// folder if a file does: a file means one place wherever the command is called.
  public Path dataFolder() {
    boolean isOfAFile = source("ENTENTE_DATA").flatMap(SettingsSource::file).isPresent();
    Path start = isOfAFile ? home : Path.of("").toAbsolutePath();
    return get("ENTENTE_DATA").map(start::resolve).orElseGet(() -> home.resolve("data"));
  }

  /// Where the demo keeps its own, inside the data folder.
  public Path demoFolder() {
    return demoFolder(dataFolder());
  }

  /// Where a demo keeps its own, inside a data folder.
  public static Path demoFolder(Path dataFolder) {
    return dataFolder.resolve("demo");
  }
}
