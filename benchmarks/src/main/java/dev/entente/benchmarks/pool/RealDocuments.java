package dev.entente.benchmarks.pool;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.Line;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.profile.JobPosting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Real documents beside the project, where they are, made by the script that lies with them.
public final class RealDocuments {
  private static final String SCRIPT = "tools/documents.py";
  private static final int PATIENCE_MINUTES = 2;

  private RealDocuments() {}

  /// A pool resampled from them.
  ///
  /// @param home the project's folder
  /// @param folder where the documents may be made
  /// @return empty if the data, the script or a Python 3 to run it are not there
  public static Optional<Pool> pool(Path home, Path folder, long seed)
      throws IOException, InterruptedException {
    Path shared =
        Optional.ofNullable(System.getenv("ENTENTE_REAL_DATA"))
            .map(Path::of)
            .orElse(home.resolve("../shared").normalize());
    if (Files.notExists(shared.resolve(SCRIPT)) || !isMade(shared, folder)) {
      return Optional.empty();
    }
    return Optional.of(
        new RealPool(
            seed,
            valid(DocumentFile.candidates(folder.resolve("candidates.jsonl"), Pool.AS_OF)),
            valid(DocumentFile.postings(folder.resolve("postings.jsonl"))).stream()
                .map(PostingDocument::posting)
                .filter(JobPosting::active)
                .toList()));
  }

  private static boolean isMade(Path shared, Path folder) throws InterruptedException {
    try {
      Process script =
          new ProcessBuilder(
                  "python3",
                  shared.resolve(SCRIPT).toString(),
                  shared.resolve("data").toString(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("documents.log").toFile())
              .start();
      return script.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && script.exitValue() == 0;
    } catch (IOException e) {
      return false; // no Python here
    }
  }

  private static <T> List<T> valid(DocumentFile<T> file) throws IOException {
    List<T> valid = new ArrayList<>();
    try (file) {
      for (Optional<Line<T>> line = file.next(); line.isPresent(); line = file.next()) {
        if (line.get().document() instanceof Checked.Valid<T>(var document)) {
          valid.add(document);
        }
      }
    }
    return valid;
  }
}
