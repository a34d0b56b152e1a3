package dev.entente.cli.client;

import static dev.entente.cli.client.PlayedService.cut;
import static dev.entente.cli.client.PlayedService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest extends ServiceCase {
  private static final String TYPE = "application/x-ndjson";
  private static final String LINES = "{\"id\":\"a\"}\n{\"id\":\"é\"}\n";

  @ParameterizedTest
  @ValueSource(strings = {"candidates", "postings", "matchings"})
  void linesComeOutAsTheyAre(String kind) {
    service.on("GET /api/export/" + kind, text(200, TYPE + ";charset=UTF-8", LINES));

    assertThat(command.run("export", kind)).isZero();

    assertThat(command.out()).isEqualTo(LINES);
    assertThat(command.err()).isEmpty();
  }

  @Test
  void fileIsWrittenWhole() throws IOException {
    Path out = folder.resolve("out.jsonl");
    service.on("GET /api/export/postings", text(200, TYPE, LINES));

    assertThat(command.run("export", "postings", "--out", out)).isZero();

    assertThat(Files.readString(out)).isEqualTo(LINES);
    assertThat(command.out()).isEmpty();
  }

  @Test
  void exportThatIsCutLeavesTheFileAsItWas() throws IOException {
    Path out = Files.writeString(folder.resolve("out.jsonl"), "earlier");
    service.on("GET /api/export/postings", cut(TYPE, LINES));

    assertThat(command.run("export", "postings", "--out", out)).isEqualTo(1);

    assertThat(command.err())
        .startsWith("entente: the connection to " + service.url() + " broke off (")
        .hasLineCount(1);
    assertThat(Files.readString(out)).isEqualTo("earlier");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(out);
    }
  }

  @Test
  void pageOfAnotherServerIsNoExport() {
    service.on("GET /api/export/postings", text(200, "text/html", "<html>"));

    assertThat(command.run("export", "postings")).isEqualTo(1);

    assertThat(command.err())
        .contains("is not this service, or another version of it (status 200)");
    assertThat(command.out()).isEmpty();
  }

  @Test
  void outputThatCannotBeWrittenIsNoFaultOfTheService() {
    service.on("GET /api/export/postings", text(200, TYPE, LINES));

    assertThat(command.withFullOutput().run("export", "postings")).isEqualTo(1);
    assertThat(command.run("export", "postings", "--out", folder)).isEqualTo(1);

    assertThat(command.err())
        .isEqualTo(
            "entente: standard output cannot be written: No space left on device\nentente: "
                + folder
                + " is a folder; --out needs a file.\n");
  }

  @Test
  void onlyWhatIsStoredIsExported() {
    assertThat(command.run("export", "runs")).isEqualTo(2);

    assertThat(command.err())
        .contains("one of these is needed: candidates, postings, matchings; got: runs\n");
  }
}
