package dev.entente.server.training;

import java.nio.file.Path;

/// What has a cache of its own. One for both would make a short command slower than none at all:
/// the classes of a cache are all loaded at once, and the service has many.
enum Role {
  /// `serve` and `demo`.
  SERVICE("service", "-XX:+UseG1GC"),
  /// All other commands.
  COMMANDS("commands", "-XX:+UseParallelGC");

  private final String file;
  private final String collector;

  Role(String file, String collector) {
    this.file = file;
    this.collector = collector;
  }

  /// The collector that the launcher starts it with.
  String collector() {
    return collector;
  }

  /// What a training process has seen, to be made into the cache.
  Path record(Path folder) {
    return folder.resolve(file + ".record");
  }

  /// The cache, once it is whole.
  Path cache(Path folder) {
    return folder.resolve(file + ".aot");
  }
}
