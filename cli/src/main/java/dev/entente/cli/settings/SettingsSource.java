package dev.entente.cli.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A place where settings stand. Immutable; never shows a value by itself.
public final class SettingsSource {
  private final Optional<Path> file;
  private final Map<String, String> values;

  /// @param file empty for the environment
  SettingsSource(Optional<Path> file, Map<String, String> values) {
    this.file = file;
    this.values = new TreeMap<>(values);
  }

  SettingsSource without(Set<String> names) {
    Map<String, String> others = new TreeMap<>(values);
    others.keySet().removeAll(names);
    return new SettingsSource(file, others);
  }

  /// The file; empty for the environment.
  public Optional<Path> file() {
    return file;
  }

  /// All names, sorted, whoever they are for.
  public Set<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /// Tells whether it stands here, with a value or with nothing.
  public boolean names(String name) {
    return values.containsKey(name);
  }

  /// What stands here; empty if that is nothing.
  public String value(String name) {
    return values.getOrDefault(name, "");
  }
}
