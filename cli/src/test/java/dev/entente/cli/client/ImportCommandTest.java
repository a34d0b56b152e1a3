package dev.entente.cli.client;

import static dev.entente.cli.client.PlayedService.json;
import static dev.entente.cli.client.PlayedService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.client.PlayedService.Answer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportCommandTest extends ServiceCase {
  private static final String REPORT =
      "{\"received\":%d,\"created\":%d,\"replaced\":0,\"unchanged\":0,\"refused\":%d,"
          + "\"dryRun\":%b,\"lines\":[%s]}";
  private static final String WRONG =
      "{\"line\":%d,\"problems\":["
          + "{\"pointer\":\"/skills/0\",\"kind\":\"BLANK\",\"detail\":\"must not be blank\"},"
          + "{\"pointer\":\"\",\"kind\":\"MISSING\",\"detail\":\"too odd\"}]}";

  private Path jsonLines = Path.of("");
  private Path csv = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    jsonLines = Files.writeString(folder.resolve("people.jsonl"), "{}\n{}\n");
    csv = Files.writeString(folder.resolve("people.CSV"), "id\nc-1\n");
    Answer page = json(200, "{\"candidates\":[],\"total\":0,\"next\":null}");
    service.on("GET /api/candidates?limit=1", page, page);
  }

  private static Answer right(int lines) {
    return json(200, REPORT.formatted(lines, lines, 0, false, ""));
  }

  @Test
  void filesAreSentByTheirKind() {
    service.on("POST /api/import/candidates", right(2), right(1));

    assertThat(command.run("import", "candidates", jsonLines, csv)).isZero();

    assertThat(command.out())
        .isEqualTo(
            jsonLines
                + ": 2 lines: 2 created, 0 replaced, 0 unchanged, 0 refused\n"
                + csv
                + ": 1 line: 1 created, 0 replaced, 0 unchanged, 0 refused\n");
    assertThat(command.err()).isEmpty();
    assertThat(service.asked())
        .extracting(asked -> asked.headers().getFirst("Content-Type"))
        .containsExactly(null, "application/x-ndjson", "text/csv");
    assertThat(service.asked())
        .extracting(PlayedService.Asked::body)
        .containsExactly("", "{}\n{}\n", "id\nc-1\n");
  }

  @Test
  void wrongLinesAreShownAndTheNextFileIsSent() {
    String report = REPORT.formatted(5, 2, 3, false, WRONG.formatted(2) + "," + WRONG.formatted(4));
    service.on("POST /api/import/candidates", json(200, report), right(1));

    assertThat(command.run("import", "candidates", jsonLines, csv)).isEqualTo(1);

    assertThat(command.err())
        .startsWith(jsonLines + ":2: /skills/0: must not be blank\n" + jsonLines + ":2: too odd\n")
        .contains(jsonLines + ":4: ")
        .endsWith("… and 1 more line of " + jsonLines + " that are wrong\n");
    assertThat(command.out())
        .contains("5 lines: 2 created, 0 replaced, 0 unchanged, 3 refused\n", csv + ": 1 line");
  }

  @Test
  void fileWithoutAnyRightLineIsReportedLikeTheOthers() {
    String report = REPORT.formatted(1, 0, 1, false, WRONG.formatted(1));
    service.on("POST /api/import/candidates", json(422, report));

    assertThat(command.run("import", "candidates", jsonLines)).isEqualTo(1);

    assertThat(command.out()).endsWith(": 1 line: 0 created, 0 replaced, 0 unchanged, 1 refused\n");
  }

  @Test
  void dryRunSaysThatNothingWasStored() {
    String report = REPORT.formatted(2, 2, 0, true, "");
    service.on("POST /api/import/candidates?dryRun=true", json(200, report), json(200, report));
    var french = french();

    assertThat(command.run("import", "--dry-run", "candidates", jsonLines)).isZero();
    assertThat(french.run("import", "candidates", jsonLines, "--dry-run")).isZero();

    assertThat(command.out())
        .endsWith("2 would be created, 0 replaced, 0 unchanged, 0 refused; nothing was stored\n");
    assertThat(french.out()).endsWith("refusées 0 ; rien n’a été enregistré\n");
  }

  @Test
  void standardInputIsJsonLines() {
    service.on("POST /api/import/candidates", right(1));

    assertThat(command.reading("{\"id\":\"é\"}\n").run("import", "candidates", "-")).isZero();

    assertThat(command.out()).startsWith("-: 1 line: 1 created");
    assertThat(service.asked().getLast().body()).isEqualTo("{\"id\":\"é\"}\n");
    assertThat(command.run("import", "candidates", "-", "-")).isEqualTo(2);
  }

  @Test
  void fileThatCannotBeReadEndsTheCommand() {
    Path absent = folder.resolve("absent.jsonl");

    assertThat(command.run("import", "candidates", absent, jsonLines)).isEqualTo(1);
    assertThat(command.run("import", "candidates", folder)).isEqualTo(1);

    assertThat(command.err())
        .isEqualTo(
            "entente: there is no file %s\nentente: %s is a folder; a file is needed.\n"
                .formatted(absent, folder));
    assertThat(service.asked())
        .extracting(PlayedService.Asked::what)
        .allMatch(w -> w.startsWith("GET"));
  }

  @Test
  void inputThatBreaksOffIsNoFaultOfTheService() throws IOException {
    var broken = new BufferedInputStream(InputStream.nullInputStream());
    broken.close();

    assertThat(command.reading(broken).run("import", "candidates", "-")).isEqualTo(1);

    assertThat(command.err()).isEqualTo("entente: - was not imported to its end: Stream closed\n");
  }

  @Test
  void refusalOfAWholeFileIsSaidWithItsName() {
    service.on("POST /api/import/candidates", problem(422, "The file is wrong.", "No header."));

    assertThat(command.run("import", "candidates", csv)).isEqualTo(1);

    assertThat(command.err())
        .isEqualTo(
            "entente: %s was not imported to its end: the service at %s refuses (status 422):"
                    .formatted(csv, service.url())
                + " The file is wrong. No header.\n");
  }

  @Test
  void refusalComesBeforeALongFileIsSent() throws IOException {
    Files.writeString(jsonLines, "{}\n".repeat(1_000_000));
    service.on("GET /api/candidates?limit=1", problem(401, "Who are you?", ""));

    assertThat(command.run("import", "candidates", jsonLines)).isEqualTo(1);

    assertThat(command.err()).contains("the key is missing or wrong").hasLineCount(1);
    assertThat(service.asked()).hasSize(1);
  }

  @Test
  void progressIsShownOnATerminal() throws IOException {
    Files.writeString(jsonLines, "{}\n".repeat(1_000_000));
    service.on("POST /api/import/candidates", right(1_000_000));

    assertThat(command.onATerminal().run("import", "candidates", jsonLines)).isZero();

    assertThat(command.err())
        .containsPattern("\\r\u001b\\[Ksending: \\d+ %, \\d MB, \\d+ MB/s, 0:\\d\\d left")
        .endsWith("\r\u001b[K");
    assertThat(command.out()).contains("1,000,000 lines: 1,000,000 created");
  }

  @Test
  void onlyCandidatesAndPostingsAreImported() {
    assertThat(command.run("import", "matchings", jsonLines)).isEqualTo(2);
    assertThat(command.run("import", "candidates")).isEqualTo(2);

    assertThat(command.err())
        .contains("one of these is needed: candidates, postings; got: matchings\n")
        .contains("entente: these are required: F\n");
  }
}
