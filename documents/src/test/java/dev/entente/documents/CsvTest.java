package dev.entente.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.vocabulary.SkillId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CsvTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void rowSaysWhatTheJsonDocumentSays() throws IOException {
    var fields = new JsonMapper().readTree(Documents.CANDIDATE);
    List<String> header = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    fields
        .properties()
        .forEach(
            field -> {
              header.add(field.getKey());
              cells.add(cell(field.getValue()));
            });
    Path jsonLines = folder.resolve("c.jsonl");
    Files.writeString(jsonLines, fields.toString());

    List<Line<Candidate>> rows =
        read("\uFEFF" + String.join(",", header) + "\r\n" + String.join(",", cells) + "\r\n");

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().number()).isEqualTo(2);
    try (var documents = DocumentFile.candidates(jsonLines, NOW)) {
      assertThat(rows.getFirst().document()).isEqualTo(documents.next().orElseThrow().document());
    }
  }

  private static String cell(tools.jackson.databind.JsonNode value) {
    if (value.isString() || value.isBoolean()) {
      return '"' + value.asString().replace("\"", "\"\"") + '"';
    }
    if (value.isArray() && value.get(0).isString()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(element.stringValue()));
      return String.join(" ; ", elements);
    }
    return '"' + value.toString().replace("\"", "\"\"") + '"';
  }

  @Test
  void columnsAreTheFieldsOfTheDocument() throws IOException {
    Checked<?> unknownField = first("c.jsonl", "{\"x\":1}");
    String fields =
        ((Checked.Invalid<?>) unknownField)
            .problems().stream()
                .filter(problem -> problem.pointer().equals("/x"))
                .findFirst()
                .orElseThrow()
                .arguments()
                .getFirst();

    assertThat(new TreeSet<>(List.of(fields.split(" "))))
        .isEqualTo(new TreeSet<>(DocumentForm.candidate(NOW).columns().keySet()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "c,a | `` | the header has 3 columns, this row has 2",
        "c,a,b,d | `` | the header has 3 columns, this row has 4",
        "c,a,; | /skills/0 | must not be blank",
        "c d,a,b | /id | must be 1 to 128 of A-Z a-z 0-9 . _ : -, got: \"c d\""
      })
  void wrongRowIsNamedWithItsPlace(String row, String pointer, String sentence) throws IOException {
    List<Line<Candidate>> rows = read("id,domains,skills\n" + row + "\nc-2,a,b\n");

    assertThat(Documents.sentences(rows.get(0).document()).get(pointer)).isEqualTo(sentence);
    assertThat(rows.get(1).document()).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void brokenByteSpoilsItsCellAndNoOtherRow() throws IOException {
    List<Line<Candidate>> rows =
        read("id,domains,skills,bio\nc,a,\u00ff,\u00c3\u00a9\nc-2,\u00c3\u00a9,b,x\n", ISO_8859_1);

    assertThat(Documents.sentences(rows.get(0).document()))
        .isEqualTo(Map.of("/skills", "is not UTF-8: byte 1 breaks the encoding"));
    assertThat(rows.get(1).document()).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void emptyCellOfAListIsAnEmptyList() throws IOException {
    assertThat(read("id,domains,skills\nc,,\n").getFirst().document())
        .isInstanceOf(Checked.Valid.class);
  }

  @Test
  void quoteInACellWithoutQuotesIsRefused() throws IOException {
    List<Line<Candidate>> rows = read("id,domains,skills\nc, \"a\",b\nc-2,a,b\n");

    assertThat(Documents.sentences(rows.get(0).document()).get("")).startsWith("a quote stands in");
    assertThat(rows.get(1).document()).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void brokenCellHidesNoOtherProblem() throws IOException {
    Checked<Candidate> row =
        read("id,domains,skills,badges\na b,a,\u00ff,[\n", ISO_8859_1).getFirst().document();

    assertThat(Documents.sentences(row)).containsOnlyKeys("/id", "/skills", "/badges");
    assertThat(Documents.sentences(row).get("/skills")).startsWith("is not UTF-8");
  }

  @Test
  void rowThatIsTooLargeIsLeftOutInBoundedMemory() throws IOException {
    String commas = ",".repeat(JsonText.LARGEST + 1);

    List<Line<Candidate>> rows = read("id,domains,skills\n" + commas + "\nc,a,b\n");

    assertThat(Documents.sentences(rows.get(0).document()))
        .isEqualTo(Map.of("", "may have 1048576 bytes, has more"));
    assertThat(rows.get(1).document()).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void elementsOfAListAreTrimmedAsNamesAre() throws IOException {
    List<Line<Candidate>> rows = read("id,domains,skills,languages\nc,a,\u001cx,fr;\u00A0en\n");

    Candidate candidate = ((Checked.Valid<Candidate>) rows.getFirst().document()).value();
    assertThat(candidate.skills()).containsExactly(new SkillId("\u001cx"));
  }

  @Test
  void fileThatBreaksOffNamesTheLine() {
    UnreadableFileException refusal =
        catchThrowableOfType(
            UnreadableFileException.class,
            () -> read("id,domains,skills\nc,a,\"x\ny\nz\"\n\nd,\"a\"x,b\n"));

    assertThat(refusal.line()).isEqualTo(6);
  }

  @Test
  void nestedCellIsJsonWithPointersIntoIt() throws IOException {
    String row = "c,a,b,\"[{\"\"code\"\":\"\"x\"\",\"\"tier\"\":\"\"IRON\"\"}]\"";

    assertThat(Documents.sentences(read("id,domains,skills,badges\n" + row).getFirst().document()))
        .containsOnlyKeys("/badges/0/tier");
    assertThat(Documents.sentences(read("id,domains,skills,badges\nc,a,b,[").getFirst().document()))
        .containsOnlyKeys("/badges");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`id;domains;skills` | names an unknown column id;domains;skills; columns, separated by",
        "`id,prénom` | names an unknown column prénom;",
        "`id,id,domains` | the header names the column id twice",
        "`id,domains,skills` | holds no document",
        "`id,\"a\"b` | is not CSV (RFC 4180) from here on",
        "`id,domains,skills\nc,\"a,b\n` | is not CSV (RFC 4180)"
      })
  void fileThatCannotBeReadOnIsRefused(String text, String sentence) {
    UnreadableFileException refusal =
        catchThrowableOfType(UnreadableFileException.class, () -> read(text));

    assertThat(refusal.problems().getFirst().text(Locale.ENGLISH)).contains(sentence);
  }

  private Checked<Candidate> first(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    try (DocumentFile<Candidate> documents = DocumentFile.candidates(file, NOW)) {
      return documents.next().orElseThrow().document();
    }
  }

  private List<Line<Candidate>> read(String text) throws IOException {
    return read(text, UTF_8);
  }

  private List<Line<Candidate>> read(String text, Charset charset) throws IOException {
    Path file = folder.resolve("candidates.CSV");
    Files.writeString(file, text, charset);
    try (DocumentFile<Candidate> documents = DocumentFile.candidates(file, NOW)) {
      List<Line<Candidate>> rows = new ArrayList<>();
      for (Optional<Line<Candidate>> row = documents.next();
          row.isPresent();
          row = documents.next()) {
        rows.add(row.get());
      }
      return rows;
    }
  }
}
