package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.Commands;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Real documents, where they are: what goes in by import comes out as the lists of file mode.
class RealDocumentsDatabaseTest {
  @TempDir private Path folder;

  @Test
  void importedDocumentsGiveTheListsOfFileMode() throws Exception {
    RealDocuments documents = RealDocuments.in(folder);
    TestService service = TestService.shared();
    Api api = service.api();

    documents.importAll(api);
    JsonNode run = api.run();
    List<String> stored = api.get("/api/export/matchings").body().lines().sorted().toList();

    assertThat(run.get("failures")).isEmpty();
    assertThat(stored).isNotEmpty().isEqualTo(fileMode(service.clock, documents));
  }

  private List<String> fileMode(SettableClock clock, RealDocuments documents) throws IOException {
    Path out = folder.resolve("matchings.jsonl");
    Instant asOf = TestService.NOW;
    int exitCode =
        Commands.run(
            TestService.terminal(clock),
            List.of(),
            "match",
            "--candidates",
            documents.candidates().toString(),
            "--postings",
            documents.postings().toString(),
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
