package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Documents that come and go by the hundred.
class ImportApiDatabaseTest {
  private static final String JSON_LINES = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final String CANDIDATES = "/api/import/candidates";
  private static final int MEBIBYTE = 1 << 20;

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @ParameterizedTest
  @CsvSource({
    "application/x-ndjson,Content-Length: 100000",
    "application/x-ndjson,Transfer-Encoding: chunked",
    "text/csv,Content-Length: 100000",
    "text/csv,Transfer-Encoding: chunked"
  })
  void bodyThatBreaksOffIsTheCallersAndNoDefect(String type, String header) {
    RawRequest request =
        RawRequest.of("POST", "/api/import/candidates")
            .with(header)
            .sending(type, "id,firstName\n");

    String log =
        Log.during(
            () ->
                assertThat(new RawHttp(api.url()).send(request).body())
                    .contains("urn:entente:problem:bad-request"));

    assertThat(log).doesNotContain("defect");
  }

  @Test
  void linesAreCountedByWhatBecomesOfThem() {
    api.store(aCandidate("same"));
    api.store(aCandidate("other"));
    String lines =
        lines(
            aCandidate("new").json(),
            "",
            aCandidate("same").json(),
            "{\"id\":\"wrong\",\"domains\":[],\"skills\":[\" \",\"Java\",\"\"]}",
            " \t",
            aCandidate("other").knowing("SQL").json(),
            "not JSON",
            aCandidate("other").json());

    Api.Answer answer = api.post(CANDIDATES, JSON_LINES, lines);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("application/json");
    assertThat(counts(answer)).isEqualTo("received 6: 1 created 1 replaced 1 unchanged 3 refused");
    assertThat(wrong(answer))
        .containsExactly(
            "4 /skills/0 BLANK",
            "4 /skills/2 BLANK",
            "7  INVALID_JSON",
            "8 /id DUPLICATE_DOCUMENT");
    assertThat(answer.json().propertyNames())
        .containsExactly(
            "received", "created", "replaced", "unchanged", "refused", "dryRun", "lines");
    assertThat(api.get("/api/export/candidates").body())
        .isEqualTo(
            lines(
                aCandidate("new").json(),
                aCandidate("other").knowing("SQL").json(),
                aCandidate("same").json()));
  }

  @Test
  void dryRunCountsTheSameAndStoresNothing() {
    api.store(aCandidate("same"));
    api.store(aCandidate("other"));
    String before = api.get("/api/export/candidates").body();
    String lines =
        lines(
            aCandidate("same").json(), "{}", aCandidate("other").optedOut().json(), candidate("n"));

    Api.Answer dry = api.post(CANDIDATES + "?dryRun=true", JSON_LINES, lines);
    String after = api.get("/api/export/candidates").body();
    Api.Answer wet = api.post(CANDIDATES + "?dryRun=false", JSON_LINES, lines);

    assertThat(dry.json().get("dryRun").booleanValue()).isTrue();
    assertThat(dry.body().replace("\"dryRun\":true", "\"dryRun\":false")).isEqualTo(wet.body());
    assertThat(counts(dry)).isEqualTo("received 4: 1 created 1 replaced 1 unchanged 1 refused");
    assertThat(after).isEqualTo(before);
    assertThat(api.get("/api/export/candidates").body()).isNotEqualTo(before);
  }

  @Test
  void dryRunOfPostingsAsksForNoRanking() {
    Api.Answer dry = api.post("/api/import/postings?dryRun=true", JSON_LINES, aPosting("p").json());

    assertThat(counts(dry)).isEqualTo("received 1: 1 created 0 replaced 0 unchanged 0 refused");
    assertThat(api.get("/api/export/postings").body()).isEmpty();
    assertThat(service.database().sql("SELECT count(*) FROM ranking_request").query().singleValue())
        .isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n \r\n\t\n"})
  void endOfTheLastLineMayBeAnything(String end) {
    String lines = "\uFEFF" + candidate("a") + "\r\n\r\n" + candidate("b") + end;

    Api.Answer answer = api.post(CANDIDATES, JSON_LINES, lines);

    assertThat(counts(answer)).isEqualTo("received 2: 2 created 0 replaced 0 unchanged 0 refused");
    assertThat(api.get("/api/export/candidates").body())
        .isEqualTo(lines(candidate("a"), candidate("b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON_LINES, CSV})
  void bodyWithoutADocumentIsRefused(String type) {
    String onlyBlanks = type.equals(CSV) ? "id,domains,skills\r\n\r\n" : "\r\n \n";

    Refusal empty = Refusal.of(api.post(CANDIDATES, type, ""));
    Refusal blank = Refusal.of(api.post(CANDIDATES, type, onlyBlanks));

    assertThat(List.of(empty, blank))
        .allSatisfy(
            refusal -> {
              assertThat(refusal.name()).isEqualTo("422 invalid-document");
              assertThat(refusal.problems()).containsExactly(" EMPTY_FILE");
            });
  }

  @Test
  void inputOfWrongLinesOnlyIsRefusedWithItsCounts() {
    Api.Answer answer = api.post(CANDIDATES, JSON_LINES, lines("{}", "[]", "\u0000"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(counts(answer)).isEqualTo("received 3: 0 created 0 replaced 0 unchanged 3 refused");
    assertThat(wrong(answer))
        .containsExactly(
            "1 /id MISSING",
            "1 /domains MISSING",
            "1 /skills MISSING",
            "2  NOT_AN_OBJECT",
            "3  INVALID_JSON");
  }

  @Test
  void rowsOfCsvBecomeDocuments() {
    String rows =
        "\uFEFFid,domains,skills,badges,optedOut,location,workModes,attributes\r\n"
            + "a,backend; data,Java;SQL,\"[{\"\"code\"\":\"\"x\"\",\"\"tier\"\":\"\"GOLD\"\"}]\",,"
            + "\"Aix, près de \"\"là\"\"\",REMOTE,\"{\"\"n\"\":1.50}\"\r\n"
            + "\r\n"
            + "b,,,,true,,,\r\n"
            + "c,,,,maybe,,HOME,{\r\n"
            + "d,,\r\n"
            + "e,,,,,a\"b,,\n"
            + "a,,,,,,,";

    Api.Answer answer = api.post(CANDIDATES, "text/csv; charset=UTF-8", rows);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(counts(answer)).isEqualTo("received 6: 2 created 0 replaced 0 unchanged 4 refused");
    assertThat(wrong(answer))
        .containsExactlyInAnyOrder(
            "5 /attributes INVALID_JSON",
            "5 /optedOut NOT_A_BOOLEAN",
            "5 /workModes/0 NOT_ONE_OF",
            "6  CSV_CELLS",
            "7  CSV_QUOTE",
            "8 /id DUPLICATE_DOCUMENT");
    assertThat(api.get("/api/candidates/a").body())
        .isEqualTo(
            """
            {"id":"a","domains":["backend","data"],"skills":["Java","SQL"],\
            "badges":[{"code":"x","tier":"GOLD"}],"location":"Aix, près de \\"là\\"",\
            "workModes":["REMOTE"],"attributes":{"n":1.50}}""");
    assertThat(api.get("/api/candidates/b").json().get("optedOut").booleanValue()).isTrue();
  }

  @Test
  void headerThatCannotBeReadRefusesTheWholeInput() {
    Refusal refusal =
        Refusal.of(api.post(CANDIDATES, CSV, "id,name,id,domains,skill\r\na,Ada,a,,\r\n"));

    assertThat(refusal.name()).isEqualTo("422 invalid-document");
    assertThat(refusal.problems())
        .containsExactly(" CSV_COLUMN", " CSV_COLUMN_TWICE", " CSV_COLUMN");
    assertThat(refusal.sentences().getFirst())
        .startsWith("the header names an unknown column name; columns")
        .contains("id,firstName");
    assertThat(api.get("/api/export/candidates").body()).isEmpty();
  }

  @Test
  void rowsBeforeABrokenOneAreStored() {
    Api.Answer answer =
        api.post(CANDIDATES, CSV, "id,domains,skills\r\na,,\r\nb,,\"Java\r\nc,,\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(counts(answer)).isEqualTo("received 2: 1 created 0 replaced 0 unchanged 1 refused");
    assertThat(wrong(answer)).containsExactly("3  CSV_BROKEN");
    assertThat(api.get("/api/candidates/a").status()).isEqualTo(200);
  }

  @Test
  void lineBeyondOneMebibyteSpoilsItselfOnly() {
    String large = candidate("x".repeat(MEBIBYTE));

    Api.Answer answer =
        api.post(CANDIDATES, JSON_LINES, lines(candidate("a"), large, candidate("b")));

    assertThat(counts(answer)).isEqualTo("received 3: 2 created 0 replaced 0 unchanged 1 refused");
    assertThat(wrong(answer)).containsExactly("2  TOO_LARGE");
  }

  @Test
  void twelveHundredLinesAreMoreThanOneBatch() {
    api.store(aCandidate("c-0007"));
    api.store(aCandidate("c-1107").knowing("SQL"));
    List<String> lines =
        IntStream.range(0, 1_200)
            .mapToObj(i -> i % 100 == 50 ? "{\"id\":\"c-%04d\"}".formatted(i) : candidate(i))
            .toList();

    Api.Answer first = api.post(CANDIDATES, JSON_LINES, String.join("\n", lines));
    Api.Answer again =
        api.post(CANDIDATES, JSON_LINES, String.join("\n", lines) + "\n" + candidate(0));

    assertThat(counts(first))
        .isEqualTo("received 1200: 1186 created 1 replaced 1 unchanged 12 refused");
    assertThat(counts(again))
        .isEqualTo("received 1201: 0 created 0 replaced 1188 unchanged 13 refused");
    assertThat(wrong(first)).hasSize(24).startsWith("51 /domains MISSING", "51 /skills MISSING");
    assertThat(wrong(again)).endsWith("1151 /skills MISSING", "1201 /id DUPLICATE_DOCUMENT");
    assertThat(api.get("/api/candidates?limit=1").json().get("total").intValue()).isEqualTo(1_188);
    assertThat(api.get("/api/export/candidates").body())
        .isEqualTo(lines(lines.stream().filter(l -> l.contains("skills")).toArray(String[]::new)));
  }

  @Test
  void ofManyWrongLinesTheFirstHundredAreListed() {
    List<String> lines =
        Stream.concat(Stream.of(candidate("a")), Stream.generate(() -> "{}").limit(150)).toList();

    Api.Answer answer = api.post(CANDIDATES, JSON_LINES, String.join("\n", lines));

    assertThat(counts(answer))
        .isEqualTo("received 151: 1 created 0 replaced 0 unchanged 150 refused");
    assertThat(answer.json().get("lines").size()).isEqualTo(100);
    assertThat(answer.json().get("lines").get(99).get("line").intValue()).isEqualTo(101);
  }

  @Test
  void exportIsAnImport() {
    api.put("/api/candidates/c-17", Examples.candidate());
    api.store(aCandidate("B").in("été").with("attributes", "{\"a\":[1.50,null],\"\":\"\\u0001\"}"));
    api.put("/api/postings/p-3", Examples.posting());
    api.store(aPosting("a").inactive());
    String candidates = api.get("/api/export/candidates").body();
    String postings = api.get("/api/export/postings").body();

    Api.Answer same = api.post(CANDIDATES, JSON_LINES, candidates);
    TestService.shared();
    Api.Answer anew = api.post(CANDIDATES, JSON_LINES, candidates);
    Api.Answer posted = api.post("/api/import/postings", JSON_LINES, postings);

    assertThat(counts(same)).isEqualTo("received 2: 0 created 0 replaced 2 unchanged 0 refused");
    assertThat(counts(anew)).isEqualTo("received 2: 2 created 0 replaced 0 unchanged 0 refused");
    assertThat(counts(posted)).isEqualTo(counts(anew));
    assertThat(api.get("/api/export/candidates").body()).isEqualTo(candidates);
    assertThat(api.get("/api/export/postings").body()).isEqualTo(postings);
    assertThat(postings).isEqualTo(lines(aPosting("a").inactive().json(), Examples.posting()));
  }

  @Test
  void importedPostingsAreRankedSoon() {
    api.store(aCandidate("c"));
    api.store(aCandidate("left"));
    api.post("/api/import/postings", JSON_LINES, lines(aPosting("p").json(), aPosting("q").json()));
    service.settle();

    api.post(CANDIDATES, JSON_LINES, lines(aCandidate("left").optedOut().json()));

    assertThat(List.of("p", "q"))
        .allSatisfy(
            posting -> {
              assertThat(api.list(posting).size()).isEqualTo(1);
              assertThat(api.list(posting).get(0).get("candidate").get("id").stringValue())
                  .isEqualTo("c");
            });
  }

  @Test
  void wrongLinesAreExplainedInFrench() {
    Api.Answer answer = api.post(CANDIDATES + "?lang=fr", JSON_LINES, lines("{}", "]"));

    assertThat(answer.json().get("lines").get(0).get("problems").get(0).get("detail").stringValue())
        .isEqualTo("est obligatoire");
    assertThat(answer.json().get("lines").get(1).toString()).contains("n’est pas du JSON");
  }

  private static String candidate(String id) {
    return aCandidate(id).json();
  }

  private static String candidate(int number) {
    return candidate("c-%04d".formatted(number));
  }

  private static String lines(String... lines) {
    return Stream.of(lines).map(line -> line + "\n").reduce("", String::concat);
  }

  /// The counts of a report in words.
  private static String counts(Api.Answer answer) {
    JsonNode report = answer.json();
    return "received %s: %s created %s replaced %s unchanged %s refused"
        .formatted(
            report.get("received"),
            report.get("created"),
            report.get("replaced"),
            report.get("unchanged"),
            report.get("refused"));
  }

  /// The number, place and kind of everything that a report lists.
  private static List<String> wrong(Api.Answer answer) {
    return StreamSupport.stream(answer.json().get("lines").spliterator(), false)
        .flatMap(
            line ->
                StreamSupport.stream(line.get("problems").spliterator(), false)
                    .map(problem -> line.get("line") + " " + Refusal.place(problem)))
        .toList();
  }
}
