package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.entente.cli.Commands;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Real documents, where they are: what goes in by import comes out as the lists of file mode.
class RealDocumentsDatabaseTest {
  private static final Path SHARED =
      Optional.ofNullable(System.getenv("ENTENTE_REAL_DATA"))
          .map(Path::of)
          .orElse(Path.of("../../shared").toAbsolutePath().normalize());

  @TempDir private Path folder;

  @Test
  void importedDocumentsGiveTheListsOfFileMode() throws Exception {
    assumeThat(SHARED.resolve("tools/documents.py"))
        .as("real documents are not here (ENTENTE_REAL_DATA names their folder)")
        .exists();
    makeDocuments();
    TestService service = TestService.shared();
    Api api = service.api();

    api.post("/api/import/candidates", "application/x-ndjson", read("candidates.jsonl"));
    api.post("/api/import/postings", "application/x-ndjson", read("postings.jsonl"));
    JsonNode run = api.run();
    List<String> stored = api.get("/api/export/matchings").body().lines().sorted().toList();

    assertThat(run.get("failures")).isEmpty();
    assertThat(stored).isNotEmpty().isEqualTo(fileMode(service.clock));
  }

  private void makeDocuments() throws IOException, InterruptedException {
    Process script =
        new ProcessBuilder(
                "python3",
                SHARED.resolve("tools/documents.py").toString(),
                SHARED.resolve("data").toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("documents.log").toFile())
            .start();
    assertThat(script.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(script.exitValue()).isZero();
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private List<String> fileMode(SettableClock clock) throws IOException {
    Path out = folder.resolve("matchings.jsonl");
    Instant asOf = TestService.NOW;
    int exitCode =
        Commands.run(
            TestService.terminal(clock),
            List.of(),
            "match",
            "--candidates",
            folder.resolve("candidates.jsonl").toString(),
            "--postings",
            folder.resolve("postings.jsonl").toString(),
            "--as-of",
            asOf.toString(),
            "--out",
            out.toString());
    assertThat(exitCode).isZero();
    try (Stream<String> lines = Files.lines(out)) {
      return lines.sorted().toList();
    }
  }
}
