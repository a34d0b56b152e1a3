package dev.entente.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.vocabulary.SkillId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void exampleCandidateIsReadWhole() throws IOException {
    Candidate candidate = valid(candidates(Documents.CANDIDATE).getFirst());

    assertThat(candidate.id()).isEqualTo(new CandidateId("c-17"));
    assertThat(candidate.skills()).containsExactly(new SkillId("java"), new SkillId("sql"));
    assertThat(candidate.technicalTests().getFirst().result()).isEqualTo(7_800);
    assertThat(candidate.technicalTests().getFirst().score()).isEqualTo(8_150);
  }

  @Test
  void candidateNeedsNothingButIdDomainsAndSkills() throws IOException {
    String least = "{\"id\":\"c\",\"domains\":[],\"skills\":[],\"bio\":null,\"badges\":null}";

    assertThat(valid(candidates(least).getFirst()).optedOut()).isFalse();
    assertThat(sentences("{}"))
        .isEqualTo(
            Map.of("/id", "is required", "/domains", "is required", "/skills", "is required"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/nickname | 1 | /nickname | is not a field; fields here: id domains",
        "/attributes | [] | /attributes | must be an object, got: []",
        "/id | 'c 1' | /id | must be 1 to 128 of",
        "/id | 7 | /id | must be 1 to 128 of",
        "/headline | 7 | /headline | must be a text, got: 7",
        "/optedOut | 'no' | /optedOut | must be true or false, got: \"no\"",
        "/skills | 'java' | /skills | must be a list, got: \"java\"",
        "/skills/0 | ' ' | /skills/0 | must not be blank",
        "/skills/0 | null | /skills/0 | must be a text, got: null",
        "/domains/0 | '' | /domains/0 | must not be blank",
        "/workModes/0 | 'HOME' | /workModes/0 | must be one of ONSITE HYBRID REMOTE",
        "/languages/0 | 'fr_FR' | /languages/0 | must be a language tag",
        "/experiences/0 | 7 | /experiences/0 | must be an object, got: 7",
        "/experiences/0/from | '2019-13' | /experiences/0/from | must be a month as 2026-01",
        "/experiences/0/from | '2019-4' | /experiences/0/from | must be a month as 2026-01",
        "/experiences/0/to | '2019-03' | /experiences/0/to | must not be before from (2019-04)",
        "/experiences/0/salary | 1 | /experiences/0/salary | is not a field; fields here: title",
        "/projects/0/title | null | /projects/0/title | is required",
        "/technicalTests/0/score | 100.01 | /technicalTests/0/score | must be from 0 to 100",
        "/technicalTests/0/score | -1 | /technicalTests/0/score | must be from 0 to 100",
        "/technicalTests/0/score | 50.123 | /technicalTests/0/score | must have at most two decimals",
        "/technicalTests/0/score | '50' | /technicalTests/0/score | must be a number, got: \"50\"",
        "/technicalTests/0/reviewScore | 101 | /technicalTests/0/reviewScore | must be from 0",
        "/technicalTests/0/completedAt | '2026-03-01' | /technicalTests/0/completedAt | must be an",
        "/technicalTests/0/completedAt | '2026-02-30T00:00:00Z' | /technicalTests/0/completedAt | m",
        "/quizResults/0/completedAt | '2026-11-24T00:00:01Z' | /quizResults/0/completedAt | must no",
        "/quizResults/0/type | 'qcm' | /quizResults/0/type | must be one of QCM TECHNICAL MOCK",
        "/quizResults/0/domain | null | /quizResults/0/domain | is required",
        "/badges/0/code | '\u2003' | /badges/0/code | must not be blank",
        "/badges/0/tier | 'IRON' | /badges/0/tier | must be one of BRONZE SILVER GOLD, got",
        "/badges/0/validUntil | '2027-02-29' | /badges/0/validUntil | must be a date as",
        "/attributes/a | '\\u0000' | /attributes/a | must not hold U+0000"
      })
  void wrongValueIsNamedWithItsPlace(String at, String json, String pointer, String sentence)
      throws IOException {
    Map<String, String> sentences =
        sentences(Documents.with(Documents.CANDIDATE, at, json.replace('\'', '"')));

    assertThat(sentences).hasSize(1).containsKey(pointer);
    assertThat(sentences.get(pointer)).startsWith(sentence);
  }

  @Test
  void loneSurrogatesAreRefusedWhereverTheyStand() throws IOException {
    String start = "{\"id\":\"c\",\"domains\":[],\"skills\":[],";

    assertThat(sentences(start + "\"bio\":\"\\ud800x\"}"))
        .isEqualTo(Map.of("/bio", "must not hold U+D800"));
    assertThat(sentences(start + "\"attributes\":{\"a\":[\"\\udc00\"]}}"))
        .isEqualTo(Map.of("/attributes/a/0", "must not hold U+DC00"));
    assertThat(sentences(start + "\"bio\":\"\\ud83d\\ude00\"}")).isEmpty();
  }

  @Test
  void hugeNumbersAreOutOfRange() throws IOException {
    String document = Documents.line(Documents.CANDIDATE);

    for (String huge : List.of("1e999999999", "-1e999999999", "9".repeat(999), "1e2147483647")) {
      assertThat(sentences(document.replace("81.5", huge)).get("/technicalTests/0/score"))
          .startsWith("must be from 0 to 100, got: ");
    }
    assertThat(sentences(document.replace("81.5", "1e-999999999")).get("/technicalTests/0/score"))
        .startsWith("must have at most two decimals");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "0e99999999999", "0.1e-2147483647"})
  void numberThatNothingCanHoldSpoilsItsLineOnly(String number) throws IOException {
    String line = Documents.line(Documents.CANDIDATE);

    List<Line<Candidate>> lines = candidates(line.replace("81.5", number), line);

    assertThat(Documents.sentences(lines.get(0).document()).get(""))
        .startsWith("goes beyond the limits of JSON here");
    assertThat(lines.get(1).document()).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void hostileAttributesTakeNeitherTimeNorMemory() throws IOException {
    String name = "{\"" + "n".repeat(995) + "\":";
    String deep = name.repeat(480) + "[" + "\"\\u0000\",".repeat(60_000) + "0]" + "}".repeat(480);

    assertThat(withAttribute(deep)).hasSizeLessThanOrEqualTo(100).isNotEmpty();
    assertThat(withAttribute(deep.replace("\\u0000", "x"))).isEmpty();
  }

  @Test
  void manyNamesOfOneHashAreTaken() throws IOException {
    var names = new StringBuilder("{");
    for (int i = 0; i < 512; i++) {
      names.append(i == 0 ? "" : ",").append('"');
      for (int bit = 0; bit < 9; bit++) {
        names.append((i >> bit & 1) == 0 ? "Aa" : "B@");
      }
      names.append("\":1");
    }

    assertThat(withAttribute(names + "}")).isEmpty();
  }

  @Test
  void illegalCharacterHidesNoOtherProblem() throws IOException {
    assertThat(sentences("{\"bio\":\"\\u0000\",\"id\":\"a b\",\"zz\":1}"))
        .containsOnlyKeys("/bio", "/id", "/zz", "/domains", "/skills");
  }

  @Test
  void everyProblemOfALineIsReported() throws IOException {
    String document = "{\"id\":\"?\",\"domains\":[\"\"],\"badges\":[{\"tier\":1}],\"x\":0}";

    assertThat(sentences(document))
        .containsOnlyKeys("/id", "/domains/0", "/skills", "/badges/0/code", "/badges/0/tier", "/x");
  }

  @Test
  void idsOfTestsAndQuizzesAreUniqueInTheirList() throws IOException {
    String test =
        "{\"id\":\"t-1\",\"domain\":\"x\",\"score\":1,\"completedAt\":\"2026-01-01T00:00:00Z\"}";

    assertThat(sentences(Documents.with(Documents.CANDIDATE, "/technicalTests/1", test)))
        .containsExactly(
            Map.entry(
                "/technicalTests/1/id",
                "t-1 stands already at /technicalTests/0; an id may stand once in a list"));
  }

  @Test
  void secondLineWithAnIdIsRefused() throws IOException {
    String line = Documents.line(Documents.CANDIDATE);

    List<Line<Candidate>> lines = candidates(line, "", line);

    assertThat(valid(lines.get(0)).id().value()).isEqualTo("c-17");
    assertThat(lines.get(1).number()).isEqualTo(3);
    assertThat(Documents.sentences(lines.get(1).document()))
        .containsExactly(
            Map.entry("/id", "c-17 stands already on line 1; an id may stand once in a file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1", "{} {}", "nonsense", "{'id':1}", "\u0000"})
  void lineThatIsNotJsonIsRefused(String line) throws IOException {
    assertThat(sentences(line).get("")).startsWith("is not JSON: it goes wrong at column ");
  }

  @Test
  void fieldThatStandsTwiceIsNamed() throws IOException {
    assertThat(sentences("{\"id\":\"c\",\"id\":\"d\"}"))
        .isEqualTo(Map.of("", "the field id stands twice in one object"));
  }

  @Test
  void limitsOfJsonAreExact() throws IOException {
    assertThat(withAttribute("[".repeat(498) + "]".repeat(498))).isEmpty();
    assertThat(withAttribute("[".repeat(499) + "]".repeat(499)))
        .isEqualTo(
            Map.of(
                "",
                "goes beyond the limits of JSON here: 500 levels, field names of 1000 characters,"
                    + " numbers of 1000 digits"));
    assertThat(withAttribute("9".repeat(1_000))).isEmpty();
    assertThat(withAttribute("9".repeat(1_001))).containsKey("");
    assertThat(withAttribute("{\"" + "n".repeat(1_000) + "\":1}")).isEmpty();
    assertThat(withAttribute("{\"" + "n".repeat(1_100) + "\":1}")).containsKey("");
  }

  private Map<String, String> withAttribute(String json) throws IOException {
    return sentences(
        "{\"id\":\"c\",\"domains\":[],\"skills\":[],\"attributes\":{\"a\":" + json + "}}");
  }

  @Test
  void valueThatIsNoObjectIsRefused() throws IOException {
    assertThat(sentences("[]")).isEqualTo(Map.of("", "must be an object, got: []"));
  }

  @Test
  void deepNestingIsRefusedWithoutHarm() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(sentences("{\"attributes\":{\"a\":" + deep + "}}").get(""))
        .startsWith("goes beyond the limits of JSON");
  }

  @Test
  void brokenUtf8SpoilsItsLineOnly() throws IOException {
    String good = Documents.line(Documents.CANDIDATE);
    Path file = folder.resolve("candidates.jsonl");
    Files.write(file, ("{\"id\":\"\u00ff\"}\n\u00ed\u00a0\u0080\n" + good).getBytes(ISO_8859_1));

    List<Line<Candidate>> lines = read(file);

    assertThat(Documents.sentences(lines.get(0).document()))
        .isEqualTo(Map.of("", "is not UTF-8: byte 8 breaks the encoding"));
    assertThat(Documents.sentences(lines.get(1).document()).get("")).contains("byte 1 breaks");
    assertThat(lines.get(2).document()).isInstanceOf(Checked.Valid.class);
  }

  @ParameterizedTest
  @CsvSource({"1048576,true", "1048577,false"})
  void lineMayHoldAMebibyte(int bytes, boolean valid) throws IOException {
    String start = "{\"id\":\"c\",\"domains\":[],\"skills\":[],\"attributes\":{\"a\":\"";
    String line = start + "x".repeat(bytes - start.length() - 3) + "\"}}";

    List<Line<Candidate>> lines = candidates(line + "\r", Documents.line(Documents.CANDIDATE));

    assertThat(lines.get(0).document() instanceof Checked.Valid).isEqualTo(valid);
    assertThat(lines.get(1).document()).isInstanceOf(Checked.Valid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/skills,300,'\"x\"'",
    "/domains,40,'\"x\"'",
    "/badges,200,'{\"code\":\"x\",\"tier\":\"GOLD\"}'",
    "/experiences,100,'{\"from\":\"2020-01\"}'",
    "/experiences/0/skills,300,'\"x\"'",
    "/projects/0/skills,300,'\"x\"'",
    "/projects,100,'{\"title\":\"x\"}'"
  })
  void listsHaveALimit(String pointer, int most, String element) throws IOException {
    String list = String.join(",", java.util.Collections.nCopies(most, element));

    assertThat(sentences(Documents.with(Documents.CANDIDATE, pointer, "[" + list + "]"))).isEmpty();
    assertThat(
            sentences(
                Documents.with(Documents.CANDIDATE, pointer, "[" + list + "," + element + "]")))
        .isEqualTo(Map.of(pointer, "may have %d elements, has %d".formatted(most, most + 1)));
  }

  @Test
  void lengthsAreCountedInCodePoints() throws IOException {
    assertThat(withBio("😀".repeat(20_000))).isEmpty();
    assertThat(withBio("😀".repeat(20_001)))
        .isEqualTo(Map.of("/bio", "may have 20000 code points, has 20001"));
    assertThat(
            sentences(
                Documents.with(Documents.CANDIDATE, "/skills/0", '"' + "é".repeat(201) + '"')))
        .isEqualTo(Map.of("/skills/0", "may have 200 code points, has 201"));
  }

  @Test
  void harmlessVariantsAreTaken() throws IOException {
    assertThat(sentences("\uFEFF" + Documents.line(Documents.CANDIDATE))).isEmpty();
    for (String instant :
        List.of(
            "2026-11-24T00:00:00Z",
            "2026-03-01t10:00:00.1234567891z",
            "2016-12-31T23:59:60Z",
            "2026-03-01T23:59:59-23:59",
            "2026-03-01T10:00:00-00:00",
            "2026-03-01T23:59:59+14:00")) {
      assertThat(
              sentences(
                  Documents.with(
                      Documents.CANDIDATE, "/quizResults/0/completedAt", '"' + instant + '"')))
          .isEmpty();
    }
    for (String score : List.of("0", "100", "1e2", "99.99", "5.50")) {
      assertThat(sentences(Documents.with(Documents.CANDIDATE, "/technicalTests/0/score", score)))
          .isEmpty();
    }
    assertThat(withBio("raw \u2028 and \u0085")).isEmpty();
  }

  @Test
  void valuesAreShownWithoutControlCharactersAndShort() throws IOException {
    String escape = Documents.with(Documents.CANDIDATE, "/optedOut", "\"\\u001b[2J\u202e\"");

    assertThat(sentences(escape).get("/optedOut"))
        .doesNotContain("\u001b", "\u202e")
        .contains("\\u202e");
    assertThat(sentences(Documents.with(Documents.CANDIDATE, "/id", '"' + "x".repeat(999) + '"')))
        .allSatisfy((pointer, sentence) -> assertThat(sentence).hasSizeLessThan(150));
  }

  @Test
  void fileWithoutADocumentIsRefused() throws IOException {
    for (String empty : List.of("", "\n \n\t\r\n", "\uFEFF")) {
      assertThatThrownBy(() -> candidates(empty)).isInstanceOf(UnreadableFileException.class);
    }
  }

  private Map<String, String> withBio(String bio) throws IOException {
    return sentences(Documents.with(Documents.CANDIDATE, "/bio", '"' + bio + '"'));
  }

  private Map<String, String> sentences(String line) throws IOException {
    String oneLine = line.startsWith("{ ") ? Documents.line(line) : line;
    return Documents.sentences(candidates(oneLine).getFirst().document());
  }

  private static <T> T valid(Line<T> line) {
    if (line.document() instanceof Checked.Valid<T>(var value)) {
      return value;
    }
    throw new AssertionError(Documents.sentences(line.document()));
  }

  private List<Line<Candidate>> candidates(String... lines) throws IOException {
    Path file = folder.resolve("candidates.jsonl");
    List<String> written = new ArrayList<>();
    for (String line : lines) {
      written.add(line.contains("\n ") ? Documents.line(line) : line);
    }
    Files.write(file, written, UTF_8);
    return read(file);
  }

  private static List<Line<Candidate>> read(Path file) throws IOException {
    try (DocumentFile<Candidate> documents = DocumentFile.candidates(file, NOW)) {
      List<Line<Candidate>> lines = new ArrayList<>();
      for (Optional<Line<Candidate>> line = documents.next();
          line.isPresent();
          line = documents.next()) {
        lines.add(line.get());
      }
      assertThat(documents.bytesRead()).isEqualTo(Files.size(file));
      return lines;
    }
  }
}
