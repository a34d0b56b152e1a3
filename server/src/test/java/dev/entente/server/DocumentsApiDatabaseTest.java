package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Documents stored, read, erased and listed one by one.
class DocumentsApiDatabaseTest {
  private static final int MEBIBYTE = 1 << 20;

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @Test
  void documentIsCreatedOnceAndReplacedAfterwards() {
    Api.Answer created = api.put("/api/candidates/c-17", Examples.candidate());
    Api.Answer same = api.put("/api/candidates/c-17", Examples.candidate());
    Api.Answer replaced = api.store(aCandidate("c-17"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.type()).isEqualTo("application/json");
    assertThat(created.body()).isEqualTo(Examples.candidate());
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.body()).isEqualTo(Examples.candidate());
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(api.get("/api/candidates/c-17").body()).isEqualTo(aCandidate("c-17").json());
  }

  @Test
  void postingComesBackAsItWasPut() {
    Api.Answer created = api.put("/api/postings/p-3", Examples.posting());

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).isEqualTo(Examples.posting());
    assertThat(api.get("/api/postings/p-3").body()).isEqualTo(Examples.posting());
    assertThat(api.get("/api/postings").body())
        .isEqualTo("{\"postings\":[" + Examples.posting() + "],\"total\":1,\"next\":null}");
  }

  @Test
  void orderOfFieldsAttributesAndWritingOfNumbersAreKept() {
    String odd =
        """
        {"skills":["Java"],"attributes":{"z":1,"a":{"é":[1.50,123456789012345678901234567890,1E-7,\
        null,true,"€ 😀 \\" \\\\ \\u0001"]},"":""},"id":"c","bio":null,"languages":[],"domains":[]}""";

    Api.Answer created = api.put("/api/candidates/c", odd);

    assertThat(created.body()).isEqualTo(odd);
    assertThat(api.get("/api/candidates/c").body()).isEqualTo(odd);
    assertThat(api.get("/api/candidates").body())
        .isEqualTo("{\"candidates\":[" + odd + "],\"total\":1,\"next\":null}");
    assertThat(api.get("/api/export/candidates").body()).isEqualTo(odd + "\n");
  }

  @Test
  void sameDocumentIsNotWrittenAgain() {
    api.store(aPosting("p"));
    service.settle();
    String before = rowOf("p");
    service.clock.advance(Duration.ofHours(1));

    api.put("/api/postings/p", " " + aPosting("p").json() + "\n");
    String same = rowOf("p");
    api.store(aPosting("p").with("location", "\"Lyon\""));

    assertThat(same).isEqualTo(before);
    assertThat(rowOf("p")).isNotEqualTo(before).endsWith("2026-11-23 01:00:00+00");
  }

  private String rowOf(String posting) {
    return service
        .database()
        .sql(
            "SELECT concat_ws(' ', revision, created_at, updated_at) FROM job_posting WHERE id = ?")
        .param(posting)
        .query(String.class)
        .single();
  }

  @Test
  void erasedDocumentIsGone() {
    api.store(aCandidate("c"));
    api.store(aPosting("p"));

    assertThat(api.delete("/api/candidates/c").status()).isEqualTo(204);
    assertThat(api.delete("/api/postings/p").status()).isEqualTo(204);

    assertThat(Refusal.of(api.get("/api/candidates/c")).name()).isEqualTo("404 no-candidate");
    assertThat(Refusal.of(api.delete("/api/candidates/c")).name()).isEqualTo("404 no-candidate");
    assertThat(Refusal.of(api.get("/api/postings/p")).name()).isEqualTo("404 no-posting");
    assertThat(Refusal.of(api.delete("/api/postings/p")).name()).isEqualTo("404 no-posting");
    assertThat(api.get("/api/candidates").json().get("total").intValue()).isZero();
  }

  @Test
  void idOfTheAddressMustBeTheDocuments() {
    api.store(aCandidate("a"));

    Api.Answer refused = api.put("/api/candidates/a", aCandidate("b").optedOut().json());

    assertThat(Refusal.of(refused).name()).isEqualTo("422 invalid-document");
    assertThat(Refusal.of(refused).problems()).containsExactly("/id OTHER_THAN_PATH");
    assertThat(ids(api.get("/api/candidates"), "candidates")).containsExactly("a");
    assertThat(api.get("/api/candidates/a").body()).isEqualTo(aCandidate("a").json());
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndNothingIsChanged() {
    api.store(aCandidate("c"));

    Api.Answer refused =
        api.put(
            "/api/candidates/c",
            """
            {"id":"c","skills":[" ","Java",7],"badges":[{"code":"x","tier":"TIN"}],"shoeSize":43,
             "bio":"a\\u0000b"}
            """);

    assertThat(Refusal.of(refused).name()).isEqualTo("422 invalid-document");
    assertThat(Refusal.of(refused).problems())
        .containsExactlyInAnyOrder(
            "/bio ILLEGAL_CHARACTER",
            "/domains MISSING",
            "/skills/0 BLANK",
            "/skills/2 NOT_A_TEXT",
            "/badges/0/tier NOT_ONE_OF",
            "/shoeSize UNKNOWN_FIELD");
    assertThat(refused.json().get("detail").stringValue()).startsWith("6 problems were found");
    assertThat(api.get("/api/candidates/c").body()).isEqualTo(aCandidate("c").json());
  }

  @Test
  void documentOfOneMebibyteIsTheLargest() {
    Api.Answer largest = api.put("/api/candidates/c", candidateOf(MEBIBYTE));
    Api.Answer larger = api.put("/api/candidates/c", candidateOf(MEBIBYTE + 1));
    Api.Answer endless = api.put("/api/candidates/c", candidateOf(3 * MEBIBYTE));

    assertThat(largest.status()).isEqualTo(201);
    assertThat(Refusal.of(larger).name()).isEqualTo("413 too-large");
    assertThat(Refusal.of(endless).name()).isEqualTo("413 too-large");
    assertThat(api.get("/api/candidates/c").body()).isEqualTo(candidateOf(MEBIBYTE));
  }

  private static String candidateOf(int bytes) {
    String frame = aCandidate("c").with("attributes", "{\"x\":\"\"}").json();
    return frame.replace("\"\"", "\"" + "x".repeat(bytes - frame.length()) + "\"");
  }

  @Test
  void bodyOfAnotherTypeIsRefused() {
    var put = BodyPublishers.ofString(aCandidate("c").json());

    Api.Answer text =
        Api.send(api.request("/api/candidates/c").header("Content-Type", "text/plain").PUT(put));
    Api.Answer none = Api.send(api.request("/api/candidates/c").PUT(put));
    Api.Answer lines = api.post("/api/import/candidates", "application/json", "{}");

    assertThat(List.of(text, none, lines))
        .allSatisfy(a -> assertThat(Refusal.of(a).name()).isEqualTo("415 unsupported-type"));
    assertThat(api.get("/api/candidates").json().get("total").intValue()).isZero();
  }

  @Test
  void sentencesAreInTheLanguageThatIsPreferred() {
    assertThat(titleFor("/api/candidates/x", "fr")).isEqualTo("Ce candidat n’existe pas.");
    assertThat(titleFor("/api/candidates/x", "de, fr-CA;q=0.8, en;q=0.5"))
        .isEqualTo("Ce candidat n’existe pas.");
    assertThat(titleFor("/api/candidates/x", "en;q=0.9, fr;q=0.1"))
        .isEqualTo("There is no such candidate.");
    assertThat(titleFor("/api/candidates/x", "de")).isEqualTo("There is no such candidate.");
    assertThat(titleFor("/api/candidates/x?lang=en", "fr"))
        .isEqualTo("There is no such candidate.");

    Api.Answer document =
        Api.send(
            api.request("/api/candidates/c?lang=fr")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"id\":\"c\",\"domains\":[],\"skills\":[\" \"]}")));
    Api.Answer parameter =
        Api.send(api.request("/api/candidates?limit=0").header("Accept-Language", "fr").GET());

    assertThat(document.json().get("detail").stringValue()).startsWith("Un problème a été trouvé");
    assertThat(Refusal.of(document).sentences())
        .containsExactly("ne doit pas être vide ni formé de blancs");
    assertThat(Refusal.of(parameter).sentences())
        .containsExactly("doit être supérieur ou égal à 1");
    assertThat(Refusal.of(document).problems()).containsExactly("/skills/0 BLANK");
    assertThat(Refusal.of(parameter).problems()).containsExactly("limit Min");
  }

  private String titleFor(String path, String languages) {
    Api.Answer answer = Api.send(api.request(path).header("Accept-Language", languages).GET());
    return answer.json().get("title").stringValue();
  }

  @Test
  void pagesFollowEachOtherById() {
    for (String id : List.of("b", "B", "a.1", "_", "10", "9", "a")) {
      api.store(aCandidate(id));
    }

    JsonNode first = api.get("/api/candidates?limit=3").json();
    JsonNode second = api.get("/api/candidates?limit=3&after=" + next(first)).json();
    JsonNode last = api.get("/api/candidates?limit=3&after=" + next(second)).json();
    JsonNode behind = api.get("/api/candidates?after=zzz").json();
    JsonNode whole = api.get("/api/candidates?limit=7&after=0").json();

    assertThat(ids(first, "candidates")).containsExactly("10", "9", "B");
    assertThat(next(first)).isEqualTo("B");
    assertThat(ids(second, "candidates")).containsExactly("_", "a", "a.1");
    assertThat(ids(last, "candidates")).containsExactly("b");
    assertThat(last.get("next").isNull()).isTrue();
    assertThat(List.of(first, second, last, behind, whole))
        .allSatisfy(page -> assertThat(page.get("total").intValue()).isEqualTo(7));
    assertThat(ids(behind, "candidates")).isEmpty();
    assertThat(ids(whole, "candidates")).hasSize(7);
    assertThat(whole.get("next").isNull()).isTrue();
  }

  private static String next(JsonNode page) {
    return page.get("next").stringValue();
  }

  @Test
  void candidatesAreFiltered() {
    api.store(aCandidate("a").with("location", "\"Évry\"").with("workModes", "[\"REMOTE\"]"));
    api.store(aCandidate("b").with("location", "\"lyon\"").with("languages", "[\"fr-CA\",\"en\"]"));
    api.store(
        aCandidate("c")
            .with("location", "\"Lyon\"")
            .with("languages", "[\"FR\",\"frr\"]")
            .with("workModes", "[\"HYBRID\",\"REMOTE\"]"));
    api.store(aCandidate("d").with("languages", "[\"frr\"]"));

    assertThat(candidates("location=%C3%A9VRY")).containsExactly("a");
    assertThat(candidates("location=LYON")).containsExactly("b", "c");
    assertThat(candidates("location=Ly")).isEmpty();
    assertThat(candidates("workMode=REMOTE")).containsExactly("a", "c");
    assertThat(candidates("workMode=ONSITE")).isEmpty();
    assertThat(candidates("language=fr")).containsExactly("b", "c");
    assertThat(candidates("language=fr-ca")).containsExactly("b");
    assertThat(candidates("language=fr&location=lyon&workMode=HYBRID")).containsExactly("c");
    assertThat(candidates("after=b&location=lyon")).containsExactly("c");
    assertThat(api.get("/api/candidates?limit=1&location=lyon").json().get("total").intValue())
        .isEqualTo(2);
  }

  @Test
  void postingsAreFiltered() {
    api.store(
        aPosting("a")
            .with("location", "\"Évry\"")
            .with("contractType", "\"Permanent\"")
            .inactive());
    api.store(aPosting("b").with("workMode", "\"REMOTE\"").with("contractType", "\"FREELANCE\""));
    api.put("/api/postings/c", aPosting("c").json().replace("\"acme\"", "\"Acme\""));

    assertThat(postings("active=true")).containsExactly("b", "c");
    assertThat(postings("active=false")).containsExactly("a");
    assertThat(postings("companyId=acme")).containsExactly("a", "b");
    assertThat(postings("companyId=Acme")).containsExactly("c");
    assertThat(postings("location=%C3%89VRY")).containsExactly("a");
    assertThat(postings("workMode=REMOTE")).containsExactly("b");
    assertThat(postings("contractType=PERMANENT")).containsExactly("a");
    assertThat(postings("contractType=freelance&active=true&companyId=acme")).containsExactly("b");
    assertThat(postings("contractType=freelance&active=false")).isEmpty();
  }

  @Test
  void unknownParameterIsRefusedWithThoseThatAreKnown() {
    Api.Answer refused = api.get("/api/candidates?workModes=REMOTE");

    assertThat(Refusal.of(refused).name()).isEqualTo("400 invalid-parameters");
    assertThat(Refusal.of(refused).problems()).containsExactly("workModes UNKNOWN_PARAMETER");
    assertThat(Refusal.of(refused).sentences())
        .containsExactly(
            "is not a parameter of this route; it knows: after limit location workMode language"
                + " lang");
    assertThat(Refusal.of(api.put("/api/candidates/c?dryRun=true", "{}")).sentences())
        .containsExactly("is not a parameter of this route; it knows: lang");
  }

  @Test
  void allWrongParametersAreSaidAtOnce() {
    Api.Answer refused =
        api.get(
            "/api/postings?limit=1001&after=a%20b&active=perhaps&workMode=HOME&companyId="
                + "&location=a%00b&contractType=a&contractType=b&typo=1");

    assertThat(Refusal.of(refused).name()).isEqualTo("400 invalid-parameters");
    assertThat(Refusal.of(refused).problems())
        .containsExactlyInAnyOrder(
            "typo UNKNOWN_PARAMETER",
            "after Pattern",
            "limit Max",
            "active NOT_OF_TYPE",
            "companyId Pattern",
            "location ILLEGAL_CHARACTER",
            "workMode NOT_OF_TYPE",
            "contractType REPEATED");
  }

  @Test
  void parameterIsCheckedWhateverTheRequestSaysItHolds() {
    Api.Answer refused =
        Api.send(
            api.request("/api/candidates?location=%00")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .GET());

    assertThat(Refusal.of(refused).problems()).containsExactly("location ILLEGAL_CHARACTER");
  }

  private List<String> candidates(String filter) {
    return ids(api.get("/api/candidates?" + filter), "candidates");
  }

  private List<String> postings(String filter) {
    return ids(api.get("/api/postings?" + filter), "postings");
  }

  private static List<String> ids(Api.Answer answer, String list) {
    return ids(answer.json(), list);
  }

  private static List<String> ids(JsonNode page, String list) {
    return StreamSupport.stream(page.get(list).spliterator(), false)
        .map(document -> document.get("id").stringValue())
        .toList();
  }
}
