package dev.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class MatchOutputTest extends MatchCase {
  @Test
  void outputFileAppearsWhole() throws IOException {
    assertThat(match("--as-of", AS_OF, "--out", out)).isZero();

    assertThat(Files.readString(out)).isEqualTo(text("matchings.jsonl"));
    assertThat(command.out()).isEmpty();
    assertThat(filesInFolder()).containsExactly("candidates.jsonl", "out.jsonl", "postings.jsonl");
  }

  @Test
  void earlierOutputIsReplaced() throws IOException {
    Files.writeString(out, "earlier");

    assertThat(match("--as-of", AS_OF, "--out", out)).isZero();

    assertThat(Files.readString(out)).isEqualTo(text("matchings.jsonl"));
  }

  @Test
  void outputThatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
    Path inMissing = folder.resolve("absent/out.jsonl");
    assertThat(match("--out", inMissing)).isEqualTo(1);
    assertThat(command.err())
        .contains(inMissing + " cannot be written: there is no " + folder.resolve("absent"));

    assertThat(match("--out", folder)).isEqualTo(1);
    assertThat(command.err()).contains(folder + " is a folder; --out needs a file.");

    assertThat(match("--out", candidates)).isEqualTo(2);
    assertThat(command.err()).contains("--out is the input " + candidates);
    assertThat(Files.readString(candidates)).isEqualTo(text("candidates.jsonl"));
  }

  @Test
  void rewrittenOutputKeepsItsPermissions() throws IOException {
    Files.writeString(out, "earlier");
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-------"));

    assertThat(match("--as-of", AS_OF, "--out", out)).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rw-------");
  }

  @Test
  void streamOfTheShellIsWrittenButNeverReplaced() {
    assertThat(match("--as-of", AS_OF, "--out", "/dev/null")).isZero();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  @EnabledIf("hasSharedMemory")
  void fileInSharedMemoryIsAFile() throws IOException {
    Path file = Path.of("/dev/shm", "entente-" + ProcessHandle.current().pid());
    try {
      assertThat(match("--as-of", AS_OF, "--out", file)).isZero();
      assertThat(match("--as-of", AS_OF, "--out", file)).isZero();
      assertThat(Files.readString(file)).isEqualTo(text("matchings.jsonl"));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  static boolean hasSharedMemory() {
    return Files.isWritable(Path.of("/dev/shm"));
  }

  @Test
  void linkToAMissingOutputIsFollowed() throws IOException {
    Files.createSymbolicLink(out, Path.of("link.jsonl"));
    Files.createSymbolicLink(folder.resolve("link.jsonl"), Path.of("real.jsonl"));

    assertThat(match("--as-of", AS_OF, "--out", out)).isZero();

    assertThat(Files.isSymbolicLink(out)).isTrue();
    assertThat(Files.readString(folder.resolve("real.jsonl"))).isEqualTo(text("matchings.jsonl"));
  }

  @Test
  void onlyTwentyPostingsWithoutAMatchingAreExplained() throws IOException {
    String one = text("postings.jsonl").replace("\"backend\"", "\"opera\"");
    var many = new StringBuilder();
    for (int i = 0; i < 22; i++) {
      many.append(one.replace("p-3", "p-" + i));
    }
    Files.writeString(postings, many);

    assertThat(match("--as-of", AS_OF)).isZero();

    assertThat(command.err())
        .contains("p-19 has no matching: 1 shares no domain")
        .doesNotContain("p-20")
        .endsWith("… and 2 more job postings without a matching\n");
  }

  @Test
  void descriptorThatLeadsToAFileIsRefused() {
    assertThat(match("--as-of", AS_OF, "--out", "/proc/self/exe")).isEqualTo(1);

    assertThat(command.err()).contains("is a descriptor that leads to a file");
  }

  @Test
  void nameThatIsNotUtf8IsRefused() {
    assertThat(match("--as-of", AS_OF, "--out", folder.resolve("a\uFFFDb"))).isEqualTo(1);
    assertThat(command.err()).contains("is not UTF-8; rename the file.");
  }

  @Test
  void fullOutputIsSaid() {
    assertThat(run(command.withFullOutput(), "--as-of", AS_OF)).isEqualTo(1);

    assertThat(command.err())
        .isEqualTo("entente: standard output cannot be written: No space left on device\n");
  }

  @Test
  void symbolicLinkToTheOutputIsFollowed() throws IOException {
    Path target = Files.createDirectory(folder.resolve("other")).resolve("real.jsonl");
    Files.writeString(target, "earlier");
    Files.createSymbolicLink(out, target);

    assertThat(match("--as-of", AS_OF, "--out", out)).isZero();

    assertThat(Files.isSymbolicLink(out)).isTrue();
    assertThat(Files.readString(target)).isEqualTo(text("matchings.jsonl"));
  }

  @Test
  void outputHasTheOrdinaryPermissions() throws IOException {
    Path ordinary = Files.writeString(folder.resolve("ordinary"), "");

    assertThat(match("--as-of", AS_OF, "--out", out)).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(ordinary)));
  }

  @Test
  void postingWithoutAMatchingSaysWhy() throws IOException {
    Files.writeString(
        postings,
        text("postings.jsonl")
            .replace("\"skills\":[\"Java\"", "\"skills\":[\"Cobol\"")
            .replace("\"PostgreSQL\"]", "\"Pascal\"]"));

    assertThat(match("--as-of", AS_OF)).isZero();

    assertThat(command.out()).isEmpty();
    assertThat(command.err())
        .contains(
            "p-3 has no matching: 1 shares no required skill\n", "1 job posting, 0 matchings");
  }

  @Test
  void progressShowsShareRateAndTimeLeftAndIsErased() throws IOException {
    String one = text("candidates.jsonl");
    var many = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      many.append(one.replace("c-17", "c-" + i));
    }
    Files.writeString(candidates, many);

    assertThat(run(command.onATerminal(), "--as-of", AS_OF)).isZero();

    assertThat(command.err())
        .containsPattern("\\r\u001b\\[Kreading candidates: \\d+ %, 4, 20/s, \\d:\\d\\d left")
        .endsWith("\r\u001b[Kranked: 1 job posting, 50 matchings\n");
  }

  @Test
  void progressIsSilentWhereNobodyWatches() {
    assertThat(match("--as-of", AS_OF)).isZero();

    assertThat(command.err()).doesNotContain("\r");
  }
}
