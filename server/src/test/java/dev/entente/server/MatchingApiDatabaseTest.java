package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Matchings as they are served, filtered, explained and computed on request.
class MatchingApiDatabaseTest {
  private static final String LIST = "/api/matching?jobPostingId=p";
  private static final String MIGRATION =
      "/db/migration/matchings/V011__matching_ids_by_posting.sql";

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @Test
  void listIsTheContractToTheLetter() throws IOException {
    api.post("/api/import/candidates", "application/x-ndjson", Examples.candidate());
    api.post("/api/import/postings", "application/x-ndjson", Examples.posting());
    api.run();

    Api.Answer list = api.get("/api/matching?jobPostingId=p-3");

    assertThat(list.body()).isEqualTo(Examples.compact(golden()));
    assertThat(list.type()).isEqualTo("application/json");
    assertThat(list.body()).contains("\"matchScore\":75.25,\"skillsMatch\":100.00");
    JsonNode match = list.json().get("matches").get(0);
    assertThat(match.get("explanation").get("value").intValue()).isEqualTo(75_253_000);
    assertThat(api.get("/api/export/matchings").body()).isEqualTo(Examples.matchingLine() + "\n");
    assertThat(api.get("/api/matching/" + match.get("id").stringValue()).json()).isEqualTo(match);
  }

  private static String golden() throws IOException {
    return resource("matching.json");
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = MatchingApiDatabaseTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void listIsServedPageByPageBestFirst() {
    rankFive();

    JsonNode whole = api.get(LIST + "&explain=false").json();
    JsonNode middle = api.get(LIST + "&offset=1&limit=2").json();
    JsonNode last = api.get(LIST + "&offset=4&limit=100").json();
    JsonNode behind = api.get(LIST + "&offset=5").json();

    assertThat(candidates(whole)).containsExactly("c-90", "c-70", "c-50", "c-30", "c-10");
    assertThat(candidates(middle)).containsExactly("c-70", "c-50");
    assertThat(candidates(last)).containsExactly("c-10");
    assertThat(candidates(behind)).isEmpty();
    assertThat(List.of(whole, middle, last, behind))
        .allSatisfy(
            page -> {
              assertThat(page.get("success").booleanValue()).isTrue();
              assertThat(page.get("total").intValue()).isEqualTo(5);
            });
    assertThat(middle.get("matches").get(0).get("rank").intValue()).isEqualTo(2);
  }

  private void rankFive() {
    for (int score = 10; score < 100; score += 20) {
      api.store(aCandidate("c-" + score).tested(score));
    }
    api.store(aPosting("p"));
    service.settle();
  }

  @Test
  void listIsFilteredByStatus() {
    rankFive();
    move("c-70", "VIEWED");
    move("c-50", "CONTACTED");
    move("c-30", "REJECTED");
    service.settle();

    assertThat(candidates(LIST)).containsExactly("c-90", "c-70", "c-50", "c-10");
    assertThat(candidates(LIST + "&status=PENDING")).containsExactly("c-90", "c-10");
    assertThat(candidates(LIST + "&status=REJECTED")).containsExactly("c-30");
    assertThat(candidates(LIST + "&status=REJECTED&status=VIEWED")).containsExactly("c-70", "c-30");
    assertThat(Refusal.of(api.get(LIST + "&status=VIEWED,PENDING")).problems())
        .containsExactly("status NOT_OF_TYPE");
    JsonNode rejected = api.get(LIST + "&status=REJECTED").json().get("matches").get(0);
    assertThat(rejected.get("rank").isNull()).isTrue();
    assertThat(rejected.get("explanation").isObject()).isTrue();
  }

  private void move(String candidate, String status) {
    Api.Answer answer =
        api.patch("/api/matching/" + idOf(candidate), "{\"status\":\"" + status + "\"}");
    assertThat(answer.json().get("status").stringValue()).isEqualTo(status);
  }

  @Test
  void listIsFilteredByScore() {
    rankFive();
    BigDecimal second =
        new BigDecimal(api.list("p").get(1).get("matchScore").asString()).setScale(2);

    assertThat(candidates(LIST + "&minScore=0")).hasSize(5);
    assertThat(candidates(LIST + "&minScore=" + second)).containsExactly("c-90", "c-70");
    assertThat(candidates(LIST + "&minScore=" + second.add(new BigDecimal("0.01"))))
        .containsExactly("c-90");
    assertThat(candidates(LIST + "&minScore=100")).isEmpty();
    JsonNode page = api.get(LIST + "&limit=1&minScore=" + second).json();
    assertThat(page.get("total").intValue()).isEqualTo(2);
  }

  @Test
  void listIsFilteredByWhatCandidatesSay() {
    api.store(aCandidate("a").with("location", "\"Évry\"").with("languages", "[\"fr-CA\"]"));
    api.store(aCandidate("b").with("location", "\"lyon\"").with("workModes", "[\"REMOTE\"]"));
    api.store(aCandidate("c").with("languages", "[\"frr\",\"en\"]"));
    api.store(aPosting("p"));
    service.settle();

    assertThat(candidates(LIST + "&location=%C3%A9vry")).containsExactly("a");
    assertThat(candidates(LIST + "&location=LYON&workMode=REMOTE")).containsExactly("b");
    assertThat(candidates(LIST + "&workMode=ONSITE")).isEmpty();
    assertThat(candidates(LIST + "&language=FR")).containsExactly("a");
    assertThat(candidates(LIST + "&language=en")).containsExactly("c");
  }

  @Test
  void explanationIsLeftOutIfItIsNotAskedFor() {
    rankFive();

    JsonNode match = api.get(LIST + "&explain=false&limit=1").json().get("matches").get(0);

    assertThat(match.get("explanation").isNull()).isTrue();
    assertThat(match.propertyNames())
        .isEqualTo(api.get(LIST + "&explain=true").json().get("matches").get(0).propertyNames());
  }

  @Test
  void changedCandidateIsRankedAndExplainedAgainAtOnce() {
    rankFive();
    int before = explained("c-50").get("value").intValue();

    api.store(aCandidate("c-50").tested(80));
    service.settle();

    assertThat(explained("c-70").get("value").intValue()).isPositive();
    assertThat(explained("c-50").get("value").intValue()).isGreaterThan(before);
  }

  @Test
  void pairThatSharesNothingAnyMoreIsNotExplained() {
    rankFive();
    move("c-50", "VIEWED");
    move("c-70", "VIEWED");

    String id = idOf("c-50");
    api.store(aCandidate("c-50").knowing("COBOL"));
    service.settle();
    assertThat(viewedWithExplanation()).containsExactly("c-70");

    assertThat(api.patch("/api/matching/" + id, "{\"status\":\"CONTACTED\"}").status())
        .isEqualTo(200);

    api.store(aPosting("p").inactive().asking().in());
    service.settle();
    assertThat(viewedWithExplanation()).isEmpty();
  }

  private List<String> viewedWithExplanation() {
    List<String> explained = new ArrayList<>();
    for (JsonNode match : api.get(LIST + "&status=VIEWED").json().get("matches")) {
      if (!match.get("explanation").isNull()) {
        explained.add(match.get("candidate").get("id").stringValue());
      }
    }
    return explained;
  }

  @Test
  void changeThatMovesNoScoreLeavesTheExplanation() {
    rankFive();
    JsonNode before = explained("c-50");

    api.store(aCandidate("c-50").tested(50).with("location", "\"Lyon\""));

    assertThat(explained("c-50")).isEqualTo(before);
    JsonNode match = api.get(LIST + "&location=lyon").json().get("matches").get(0);
    assertThat(match.get("candidate").get("location").stringValue()).isEqualTo("Lyon");
  }

  private JsonNode explained(String candidate) {
    return match(candidate, api.get(LIST).json()).get("explanation");
  }

  @Test
  void postingIsRankedOnRequest() {
    rankFive();
    api.store(aCandidate("c-50").tested(99));
    api.store(aCandidate("new").tested(100));

    Api.Answer answer = api.rank("p");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(api.get(LIST).body());
    assertThat(candidates(answer.json()))
        .containsExactly("new", "c-50", "c-90", "c-70", "c-30", "c-10");
    assertThat(answer.json().get("matches"))
        .allSatisfy(match -> assertThat(match.get("explanation").isObject()).isTrue());
  }

  @Test
  void requestThatNamesNoPostingIsRefused() {
    Refusal empty = Refusal.of(api.post("/api/matching", "application/json", "{}"));
    Refusal wrong =
        Refusal.of(
            api.post("/api/matching", "application/json", "{\"jobPostingId\":\"a b\",\"k\":1}"));
    Refusal none = Refusal.of(api.get("/api/matching"));

    assertThat(empty.name()).isEqualTo("422 invalid-document");
    assertThat(empty.problems()).containsExactly("/jobPostingId MISSING");
    assertThat(wrong.problems())
        .containsExactlyInAnyOrder("/jobPostingId NOT_AN_ID", "/k UNKNOWN_FIELD");
    assertThat(none.name()).isEqualTo("400 invalid-parameters");
    assertThat(none.problems()).containsExactly("jobPostingId NotNull");
  }

  @Test
  void migrationGivesMatchingsTheIdsThatTheyGetWhenTheyAreStored() throws IOException {
    rankFive();
    List<String> stored = ids();
    String migration = resource(MIGRATION);

    service
        .database()
        .sql("UPDATE \"CandidateMatching\" SET id = 'old-' || \"candidateId\"")
        .update();
    service.database().sql(migration).update();

    assertThat(ids()).isEqualTo(stored);
    assertThat(stored).doesNotHaveDuplicates().allMatch(id -> UUID.fromString(id).version() == 8);
  }

  private List<String> ids() {
    return service
        .database()
        .sql("SELECT id FROM \"CandidateMatching\" ORDER BY \"candidateId\"")
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void whatIsUnknownIsNotFound() {
    List<Api.Answer> postings =
        List.of(
            api.get("/api/matching?jobPostingId=x"),
            api.get("/api/ranking?jobPostingId=x"),
            api.rank("x"));
    List<Api.Answer> matchings =
        List.of(
            api.get("/api/matching/x"),
            api.patch("/api/matching/x", "{\"status\":\"VIEWED\"}"),
            api.get("/api/matching/ac7a51a3-ecdc-8259-8a01-4c853e575e73"));

    assertThat(postings)
        .allSatisfy(a -> assertThat(Refusal.of(a).name()).isEqualTo("404 no-posting"));
    assertThat(matchings)
        .allSatisfy(a -> assertThat(Refusal.of(a).name()).isEqualTo("404 no-matching"));
  }

  @Test
  void wrongStatusChangeChangesNothing() {
    rankFive();

    Refusal refusal =
        Refusal.of(
            api.patch(
                "/api/matching/" + idOf("c-90"), "{\"status\":\"HIRED\",\"by\":\"a b\",\"x\":1}"));

    assertThat(refusal.problems())
        .containsExactlyInAnyOrder("/status NOT_ONE_OF", "/by NOT_AN_ID", "/x UNKNOWN_FIELD");
    assertThat(api.list("p").get(0).get("status").stringValue()).isEqualTo("PENDING");
  }

  @Test
  void nobodyIsRankedForAnInactivePosting() {
    rankFive();
    api.store(aPosting("p").inactive());

    Refusal match = Refusal.of(api.rank("p"));
    Refusal ranking = Refusal.of(api.get("/api/ranking?jobPostingId=p"));

    assertThat(match.name()).isEqualTo("409 posting-inactive");
    assertThat(ranking.name()).isEqualTo("409 posting-inactive");
    assertThat(candidates(LIST)).isEmpty();
    assertThat(candidates(LIST + "&includeInactive=true")).hasSize(5);
  }

  @Test
  void rankingGoesBeyondTheStoredFifty() {
    for (int i = 0; i < 53; i++) {
      api.store(aCandidate("c-%02d".formatted(i)));
    }
    api.store(aCandidate("out").optedOut());
    api.store(aCandidate("designer").in("design").knowing("Figma"));
    api.store(aCandidate("cook").in("design"));
    api.store(aPosting("p"));
    service.settle();
    move("c-00", "REJECTED");

    JsonNode first = api.get("/api/ranking?jobPostingId=p").json();
    JsonNode behind = api.get("/api/ranking?jobPostingId=p&offset=50&limit=1000").json();

    assertThat(first.get("ranking").size()).isEqualTo(50);
    assertThat(first.get("ranking").get(0).toString())
        .startsWith("{\"rank\":1,\"candidateId\":\"c-00\"");
    assertThat(behind.propertyNames())
        .containsExactly(
            "jobPostingId", "asOf", "calibration", "total", "ineligible", "offset", "ranking");
    assertThat(behind.get("total").intValue()).isEqualTo(53);
    assertThat(behind.get("offset").intValue()).isEqualTo(50);
    assertThat(behind.get("ineligible").toString())
        .isEqualTo("{\"OPTED_OUT\":1,\"NO_SHARED_DOMAIN\":2,\"NO_SHARED_SKILL\":1}");
    assertThat(places(behind)).containsExactly("51 c-50", "52 c-51", "53 c-52");
    assertThat(places(api.get("/api/ranking?jobPostingId=p&offset=53").json())).isEmpty();
  }

  private static List<String> places(JsonNode ranking) {
    return StreamSupport.stream(ranking.get("ranking").spliterator(), false)
        .map(place -> place.get("rank") + " " + place.get("candidateId").stringValue())
        .toList();
  }

  @Test
  void rankingIsTheStoredListComputedAnew() {
    rankFive();
    api.run();

    JsonNode ranking = api.get("/api/ranking?jobPostingId=p").json().get("ranking");
    JsonNode list = api.list("p");

    assertThat(ranking.size()).isEqualTo(list.size());
    for (int i = 0; i < ranking.size(); i++) {
      JsonNode place = ranking.get(i);
      assertThat(place.get("candidateId")).isEqualTo(list.get(i).get("candidate").get("id"));
      assertThat(place.get("matchScore")).isEqualTo(list.get(i).get("matchScore"));
      assertThat(place.get("scores")).isEqualTo(list.get(i).get("scores"));
      assertThat(place.get("total").intValue())
          .isEqualTo(explained(place.get("candidateId").stringValue()).get("value").intValue());
    }
  }

  private List<String> candidates(String path) {
    return candidates(api.get(path).json());
  }

  private static List<String> candidates(JsonNode page) {
    return StreamSupport.stream(page.get("matches").spliterator(), false)
        .map(match -> match.get("candidate").get("id").stringValue())
        .toList();
  }

  private String idOf(String candidate) {
    return match(candidate, api.get(LIST + "&limit=100").json()).get("id").stringValue();
  }

  private static JsonNode match(String candidate, JsonNode page) {
    return StreamSupport.stream(page.get("matches").spliterator(), false)
        .filter(match -> match.get("candidate").get("id").stringValue().equals(candidate))
        .findFirst()
        .orElseThrow();
  }
}
