package dev.entente.benchmarks.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.benchmarks.pool.ModelPool;
import dev.entente.benchmarks.pool.ModelShape;
import dev.entente.benchmarks.pool.Pool;
import dev.entente.documents.Checked;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.Line;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.profile.Candidate;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents say what the pool says: the whole program is measured on the candidates of the peers.
class PoolFilesTest {
  private static final int COUNT = 200;

  private final Pool pool = new ModelPool(1, ModelShape.WIDE);
  @TempDir private Path folder;

  @Test
  void candidatesAreReadBackAsTheyAre() throws Exception {
    PoolFiles files = PoolFiles.write(pool, folder, COUNT, 0);

    try (DocumentFile<Candidate> file = DocumentFile.candidates(files.candidates(), Pool.AS_OF)) {
      for (int number = 0; number < COUNT; number++) {
        assertThat(valid(file.next())).isEqualTo(pool.candidate(number));
      }
      assertThat(file.next()).isEmpty();
    }
  }

  @Test
  void postingsAreReadBackAsTheyAre() throws Exception {
    PoolFiles files = PoolFiles.write(pool, folder, 0, COUNT);

    try (DocumentFile<PostingDocument> file = DocumentFile.postings(files.postings())) {
      for (int number = 0; number < COUNT; number++) {
        assertThat(valid(file.next()).posting()).isEqualTo(pool.posting(number));
      }
    }
  }

  private static <T> T valid(Optional<Line<T>> line) {
    return switch (line.orElseThrow().document()) {
      case Checked.Valid<T>(var value) -> value;
      case Checked.Invalid<T>(var problems) -> throw new AssertionError(problems);
    };
  }
}
