package dev.entente.benchmarks.promises;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How long the same work took several times.
///
/// @param all in the order of the runs, at least one; copied
record Durations(List<Duration> all) {
  Durations {
    all = List.copyOf(all);
  }

  /// The one in the middle.
  Duration median() {
    return sorted().get(all.size() / 2);
  }

  private List<Duration> sorted() {
    return all.stream().sorted().toList();
  }

  /// Median, shortest and longest, in seconds.
  String words() {
    return "%s s (%s–%s), %d cold processes"
        .formatted(
            seconds(median()),
            seconds(sorted().getFirst()),
            seconds(sorted().getLast()),
            all.size());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1_000.0);
  }
}
