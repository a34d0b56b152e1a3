package dev.entente.benchmarks.promises;

import dev.entente.benchmarks.pool.Pool;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A pool as the two files that file mode and imports take.
///
/// @param candidates one document a line
/// @param postings likewise
record PoolFiles(Path candidates, Path postings) {
  private static final int BATCH = 4_096;

  /// Writes the first candidates and postings of a pool.
  static PoolFiles write(Pool pool, Path folder, int candidates, int postings) throws IOException {
    var files = new PoolFiles(folder.resolve("candidates.jsonl"), folder.resolve("postings.jsonl"));
    write(files.candidates(), candidates, number -> CandidateDocument.of(pool.candidate(number)));
    write(files.postings(), postings, number -> PostingDocument.of(pool.posting(number)));
    return files;
  }

  private static void write(Path file, int count, IntFunction<String> line) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int from = 0; from < count; from += BATCH) {
        List<String> lines =
            IntStream.range(from, Math.min(count, from + BATCH)).parallel().mapToObj(line).toList();
        for (String text : lines) {
          out.write(text);
          out.write('\n');
        }
      }
    }
  }
}
