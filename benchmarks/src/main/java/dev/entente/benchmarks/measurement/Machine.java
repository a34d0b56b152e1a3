package dev.entente.benchmarks.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the measurement runs on.
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  private Machine() {}

  /// Processor, cores, memory, system and JDK in one line.
  static String description() {
    return "%s, %d cores, memory %s, %s %s, JDK %s, heap at most %d MB"
        .formatted(
            value(PROCESSORS, "model name"),
            Runtime.getRuntime().availableProcessors(),
            value(MEMORY, "MemTotal"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version(),
            Runtime.getRuntime().maxMemory() >> 20);
  }

  private static String value(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).replaceAll("\\s+", " "))
          .map(text -> text.startsWith(" ") ? text.substring(1) : text)
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
