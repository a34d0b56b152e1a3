package dev.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchCommandTest extends MatchCase {
  @Test
  void exampleGivesItsLine() throws IOException {
    assertThat(match("--as-of", AS_OF)).isZero();

    assertThat(command.out()).isEqualTo(text("matchings.jsonl"));
    assertThat(command.err()).isEqualTo("ranked: 1 job posting, 1 matching\n");
  }

  @Test
  void nastyPoolGivesTheListsOfTheSecondImplementation() throws IOException {
    Files.writeString(candidates, text("nasty-candidates.jsonl"));
    Files.writeString(postings, text("nasty-postings.jsonl"));

    assertThat(match("--as-of", AS_OF)).isZero();

    assertThat(command.out().lines().toList())
        .isEqualTo(text("nasty-matchings.jsonl").lines().toList());
  }

  @Test
  void wrongLineStopsTheCommandWithoutOutput() throws IOException {
    Files.writeString(candidates, text("candidates.jsonl") + BAD);
    Files.writeString(out, "earlier");

    assertThat(match("--as-of", AS_OF, "--out", out)).isEqualTo(1);

    assertThat(command.err().lines())
        .containsExactly(
            candidates + ":2: /skills: is required",
            candidates + ":2: /x: is not a field; fields here: " + fields(),
            "entente: 1 line is wrong, nothing was written. Mend it, or leave it out with"
                + " --skip-invalid.");
    assertThat(Files.readString(out)).isEqualTo("earlier");
    assertThat(filesInFolder()).containsExactly("candidates.jsonl", "out.jsonl", "postings.jsonl");
  }

  @Test
  void wrongLinesOfBothFilesAreReportedTogether() throws IOException {
    Files.writeString(candidates, BAD);
    Files.writeString(postings, "{}");

    assertThat(match()).isEqualTo(1);

    assertThat(command.err())
        .contains(candidates + ":1: /skills: ", postings + ":1: /companyId: is required")
        .contains("2 lines are wrong, nothing was written.");
  }

  @Test
  void wrongLinesAreLeftOutWhenAsked() throws IOException {
    Files.writeString(candidates, BAD + text("candidates.jsonl") + "nonsense\n");

    assertThat(match("--as-of", AS_OF, "--skip-invalid")).isZero();

    assertThat(command.out()).isEqualTo(text("matchings.jsonl"));
    assertThat(command.err())
        .contains(candidates + ":1: /x: ", candidates + ":3: is not JSON")
        .contains("left out: 0 job postings, 2 candidates\n");
  }

  @Test
  void onlyAHundredWrongLinesAreShown() throws IOException {
    Files.writeString(candidates, "{\n".repeat(103));

    assertThat(match()).isEqualTo(1);

    assertThat(command.err()).contains(":100: ", "… and 3 more lines of").doesNotContain(":101: ");
  }

  @Test
  void problemsAreSaidInFrench() throws IOException {
    Files.writeString(candidates, BAD);

    assertThat(run(command.inFrench(), "--as-of", AS_OF)).isEqualTo(1);

    assertThat(command.err())
        .contains(candidates + ":1: /skills: est obligatoire")
        .contains("entente : 1 ligne est fausse, rien n’a été écrit. Corrigez-la");
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    Files.writeString(candidates, "");

    assertThat(match("--skip-invalid")).isEqualTo(1);

    assertThat(command.err())
        .contains(candidates + ": holds no document", "nothing was written: " + candidates)
        .doesNotContain("ranked");
  }

  @Test
  void missingFileAndFolderAreRefused() {
    candidates = folder.resolve("absent.jsonl");
    assertThat(match()).isEqualTo(1);
    assertThat(command.err()).contains("entente: there is no file " + candidates);

    candidates = folder;
    assertThat(match()).isEqualTo(1);
    assertThat(command.err()).contains(folder + " is a folder; a file is needed.");
  }

  @Test
  void onlyTwoHundredProblemsOfALineAreShown() throws IOException {
    Files.writeString(candidates, BAD.replace("[]", "[" + "7,".repeat(39) + "7]"));
    Files.writeString(postings, "{\"skills\":[" + "7,".repeat(299) + "7]}");

    assertThat(match()).isEqualTo(1);

    assertThat(command.err()).contains(postings + ":1: … and 104 more problems");
  }

  @Test
  void pipesAreReadAsFilesAre() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread writer = Thread.ofVirtual().start(() -> write(pipe, candidates));

    assertThat(command.run("match", "--candidates", pipe, "--postings", postings, "--as-of", AS_OF))
        .isZero();

    writer.join();
    assertThat(command.out()).isEqualTo(text("matchings.jsonl"));
  }

  private static void write(Path pipe, Path content) {
    try {
      Files.write(pipe, Files.readAllBytes(content), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void withoutAnyValidCandidateItIsSaid() throws IOException {
    Files.writeString(candidates, BAD);

    assertThat(match("--as-of", AS_OF, "--skip-invalid")).isZero();

    assertThat(command.err()).contains("p-3 has no matching: there is no valid candidate");
  }

  @Test
  void controlCharactersOfACallAreNotRepeated() {
    assertThat(match("\u001b[31m")).isEqualTo(2);

    assertThat(command.err()).contains("unknown: ?[31m").doesNotContain("\u001b");
  }

  @Test
  void withoutAsOfTheClockIsReadAndSaid() {
    assertThat(match()).isZero();

    assertThat(command.err())
        .startsWith(
            "as of 2026-11-23T08:00:00Z (repeat this ranking with --as-of 2026-11-23T08:00:00Z)\n");
  }

  @Test
  void resultAheadOfTheClockIsRefusedWhateverAsOf() throws IOException {
    Files.writeString(
        candidates, text("candidates.jsonl").replace("2026-02-01T10", "2026-11-24T09"));

    assertThat(match("--as-of", "2030-01-01T00:00:00Z")).isEqualTo(1);

    assertThat(command.err()).contains("/quizResults/0/completedAt: must not be more than a day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--as-of 2026-11-23",
        "--as-of yesterday",
        "--top 0",
        "--top -1",
        "--top many",
        "--top",
        "--out",
        "--out=",
        "@file",
        "--luck",
        "extra",
        "--top 5 --top 6"
      })
  void wrongUsageEndsWithTwoAndAHint(String words) {
    assertThat(match((Object[]) words.split(" "))).isEqualTo(2);

    assertThat(command.err()).contains("entente: ").doesNotContain("Exception");
    assertThat(command.out()).isEmpty();
  }

  @Test
  void optionsAreRequired() {
    assertThat(command.run("match")).isEqualTo(2);

    assertThat(command.err().lines())
        .containsExactly(
            "entente: these are required: --candidates, --postings",
            "Try: ./entente help, or ./entente match --help");
  }

  @Test
  void topLimitsTheMatchings() throws IOException {
    String one = text("candidates.jsonl");
    Files.writeString(candidates, one + one.replace("c-17", "c-16") + one.replace("c-17", "c-18"));

    assertThat(match("--as-of", AS_OF, "--top", 2)).isZero();

    assertThat(command.out().lines().map(line -> line.substring(0, 60)))
        .containsExactly(
            "{\"jobPostingId\":\"p-3\",\"candidateId\":\"c-16\",\"rank\":1,\"matchSc",
            "{\"jobPostingId\":\"p-3\",\"candidateId\":\"c-17\",\"rank\":2,\"matchSc");
  }

  @Test
  void csvGivesTheSameLists() throws IOException {
    Files.writeString(
        candidates,
        """
        {"id":"c-1","domains":["backend","data"],"skills":["Java","SQL"]}
        {"id":"c-2","domains":["Back-end"],"skills":["JAVA"],"headline":"Java, \\"quiet\\""}
        """);
    assertThat(match("--as-of", AS_OF)).isZero();
    String fromJson = command.out();
    candidates = folder.resolve("candidates.csv");
    Files.writeString(
        candidates,
        "id,domains,skills,headline\r\n"
            + "c-1,backend;data,Java ; SQL,\r\nc-2,Back-end,JAVA,\"Java, \"\"quiet\"\"\"\r\n");
    var csv = new CommandRun();

    assertThat(run(csv, "--as-of", AS_OF)).isZero();

    assertThat(csv.out()).isEqualTo(fromJson).hasLineCount(2);
  }

  @Test
  void whatIsNotScoredChangesNothing() throws IOException {
    assertThat(match("--as-of", AS_OF)).isZero();
    String changed =
        text("candidates.jsonl")
            .replace("\"Ada\"", "\"Adam\"")
            .replace("\"L.\"", "null")
            .replace("ada@example.org", "x@example.org")
            .replace("\"Lyon\"", "\"Oran\"")
            .replace("[\"fr\",\"en\"]", "[\"ar\"]")
            .replace("\"acme\"", "\"other\"")
            .replace("careers page", "fair");
    assertThat(changed).doesNotContain("Ada\"", "Lyon", "acme", "careers");
    Files.writeString(candidates, changed);
    var other = new CommandRun();

    assertThat(run(other, "--as-of", AS_OF)).isZero();

    assertThat(other.out()).isEqualTo(command.out());
  }

  private static String fields() {
    return "id domains skills headline bio experiences projects technicalTests quizResults badges"
        + " optedOut firstName lastName email location workModes languages attributes";
  }
}
