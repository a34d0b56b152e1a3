package dev.entente.benchmarks.measurement;

import java.util.List;
import java.util.Locale;

/// The outcomes as Markdown tables.
public final class Report {
  private Report() {}

  static String head(String origin, List<String> versions) {
    return """
        %s
        data: %s
        peers: %s
        """
        .formatted(Machine.description(), origin, String.join("; ", versions));
  }

  static String table(Measurement.Outcome outcome, int threads) {
    StringBuilder text = new StringBuilder();
    text.append(
        "\n%,d candidates; plain loop %s ms a posting (one thread)\n\n"
            .formatted(outcome.candidates(), PeerTimes.words(outcome.plainMillis())));
    text.append(
        "| peer | load s | bytes a candidate | first pass, ms a posting | warm, ms a posting | postings (first, warm pass) | 10,000 postings (scaled) |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (PeerTimes times : outcome.times()) {
      text.append(row(times));
    }
    text.append(
        "\n%d threads; median of %d warm passes (fastest–slowest), the order of peers changes each time.\n"
            .formatted(threads, outcome.times().getFirst().warm().size()));
    text.append(lists(outcome));
    return text.toString();
  }

  private static String row(PeerTimes times) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %d | %s | %s | %s | %.1f s |%n",
        times.name(),
        times.loadSeconds(),
        times.bytesOfCandidate(),
        times.coldTime(),
        times.warmRange(),
        times.postings(),
        times.median() * 10);
  }

  private static String lists(Measurement.Outcome outcome) {
    return outcome.differences().isEmpty()
        ? "Lists: %d of each peer equal the plain loop's, place by place.\n"
            .formatted(outcome.checked())
        : "LISTS DIFFER:\n" + String.join("\n", outcome.differences()) + "\n";
  }
}
