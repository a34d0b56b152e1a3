package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Real documents, made where they are.
///
/// @param folder holds `candidates.jsonl` and `postings.jsonl`
record RealDocuments(Path folder) {
  private static final Path SHARED =
      Optional.ofNullable(System.getenv("ENTENTE_REAL_DATA"))
          .map(Path::of)
          .orElse(Path.of("../../shared").toAbsolutePath().normalize());

  /// Makes them; the test that asks for them is skipped where they are not.
  static RealDocuments in(Path folder) throws IOException, InterruptedException {
    assumeThat(SHARED.resolve("tools/documents.py"))
        .as("real documents are not here (ENTENTE_REAL_DATA names their folder)")
        .exists();
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
    return new RealDocuments(folder);
  }

  Path candidates() {
    return folder.resolve("candidates.jsonl");
  }

  Path postings() {
    return folder.resolve("postings.jsonl");
  }

  /// Imports them all.
  void importAll(Api api) throws IOException {
    importAll(api, "/api/import/candidates", candidates());
    importAll(api, "/api/import/postings", postings());
  }

  private static void importAll(Api api, String path, Path file) throws IOException {
    assertThat(api.post(path, "application/x-ndjson", Files.readString(file)).status())
        .isEqualTo(200);
  }
}
