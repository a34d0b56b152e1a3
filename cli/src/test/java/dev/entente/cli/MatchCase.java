package dev.entente.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The example of the documents in a folder, and `match` run on it.
abstract class MatchCase {
  static final String AS_OF = "2026-11-23T00:00:00Z";
  static final String BAD = "{\"id\":\"bad\",\"domains\":[],\"x\":1}\n";

  final CommandRun command = new CommandRun();

  @TempDir Path folder;
  Path candidates = Path.of("");
  Path postings = Path.of("");
  Path out = Path.of("");

  @BeforeEach
  void copyTheExample() throws IOException {
    candidates = Files.writeString(folder.resolve("candidates.jsonl"), text("candidates.jsonl"));
    postings = Files.writeString(folder.resolve("postings.jsonl"), text("postings.jsonl"));
    out = folder.resolve("out.jsonl");
  }

  final int match(Object... options) {
    return run(command, options);
  }

  final int run(CommandRun run, Object... options) {
    Stream<Object> files = Stream.of("match", "--candidates", candidates, "--postings", postings);
    return run.run(Stream.concat(files, Stream.of(options)).toArray());
  }

  final List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static String text(String resource) throws IOException {
    try (InputStream in = MatchCase.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
