package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.demo.DemoPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Candidates while they are imported; only the import itself is timed.
final class ImportedCandidates {
  private final Api api;
  private static final Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");
  private static final int IMPORTED_TOGETHER = 7_500;

  private int seed;
  private final List<Import> imports = new ArrayList<>();

  ImportedCandidates(Api api) {
    this.api = api;
  }

  private record Import(int candidates, long nanos) {}

  /// Imports so many.
  void upTo(int count) {
    int stored = 0;
    while (stored < count) {
      List<String> together = new ArrayList<>();
      while (together.size() < Math.min(IMPORTED_TOGETHER, count - stored)) {
        String prefix = "\"id\":\"s%d-".formatted(seed);
        for (String candidate : DemoPool.of(seed, AS_OF).candidates()) {
          together.add(candidate.replaceFirst("\"id\":\"", prefix));
        }
        seed++;
      }
      String lines = String.join("\n", together);
      long start = System.nanoTime();
      JsonNode report = api.post("/api/import/candidates", "application/x-ndjson", lines).json();
      imports.add(new Import(together.size(), System.nanoTime() - start));
      assertThat(report.get("created").intValue()).isEqualTo(together.size());
      stored += together.size();
    }
  }

  /// How fast they were imported, but for the first imports.
  double perSecond(int skipped) {
    List<Import> counted = imports.stream().skip(skipped).toList();
    return counted.stream().mapToInt(Import::candidates).sum()
        / (counted.stream().mapToLong(Import::nanos).sum() / 1e9);
  }
}
