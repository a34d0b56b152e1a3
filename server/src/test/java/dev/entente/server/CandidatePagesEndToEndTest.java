package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of candidates, in a browser.
class CandidatePagesEndToEndTest {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  @TempDir private static Path folder;
  private static TrialService service;
  private static String emptyPage;

  @BeforeAll
  static void start() throws Exception {
    service = TrialService.start(folder);
    emptyPage = service.get("/candidates", HTML).body();
    for (String kind : List.of("candidates", "postings")) {
      service.send("POST", "/api/import/" + kind, "application/x-ndjson", documents(kind));
    }
    service.send("POST", "/api/import/candidates", "application/x-ndjson", people());
    for (String posting : List.of("p-1", "p-4")) {
      service.send("POST", "/api/matching", JSON, "{\"jobPostingId\":\"" + posting + "\"}");
    }
    Api.until(() -> waiting() == 0);
    reject("p-4", "c-4");
    Api.until(() -> waiting() == 0);
  }

  private static String documents(String kind) throws IOException {
    try (InputStream in =
        CandidatePagesEndToEndTest.class.getResourceAsStream("pages-" + kind + ".jsonl")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  /// Sixty who fill a list, one who does not reach it, one who opted out, and one who writes much.
  private static String people() {
    String sixty =
        IntStream.range(10, 70)
            .mapToObj(
                i ->
                    """
                    {"id":"c-%d","firstName":"Émile","lastName":"N%d","domains":["Back-end"],\
                    "skills":["Java","Kafka","PostgreSQL"],"headline":"Java","email":"{n}%d@example.org"}
                    """
                        .formatted(i, i, i))
            .collect(Collectors.joining());
    return sixty
        + """
        {"id":"short","firstName":"Jean","lastName":"Court","domains":["Back-end"],"skills":["Java","Gloogle"]}
        {"id":"out","firstName":"Nora","optedOut":true,"domains":["Back-end"],"skills":["Java"]}
        """
        + hostile();
  }

  private static String hostile() {
    String experiences =
        String.join(
            ",",
            Collections.nCopies(
                40,
                """
                {"title":"<script>document.title='broken'</script>","domain":"Back-end","from":"2019-04"}\
                """));
    return """
        {"id":"hostile","firstName":"<img src=x onerror=alert(1)>","lastName":"%s","headline":"%s",\
        "domains":["Back-end"],"skills":["%s"],"experiences":[%s],\
        "badges":[{"code":"%s","tier":"GOLD","validUntil":"2020-01-01"}]}
        """
        .formatted("W".repeat(150), "x".repeat(900), "S".repeat(190), experiences, "b".repeat(190));
  }

  private static int waiting() {
    return database().sql(TestService.WAITING).query(Integer.class).single();
  }

  private static JdbcClient database() {
    return service.part(JdbcClient.class);
  }

  private static void reject(String posting, String candidate) throws Exception {
    String id =
        database()
            .sql(
                """
                SELECT id FROM "CandidateMatching"
                WHERE "jobPostingId" = :posting AND "candidateId" = :candidate
                """)
            .param("posting", posting)
            .param("candidate", candidate)
            .query(String.class)
            .single();
    service.send(
        "PATCH",
        "/api/matching/" + id,
        JSON,
        "{\"status\":\"REJECTED\",\"by\":\"ines\",\"reason\":\"Lives <b>abroad</b>.\"}");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static Page visit(String path) {
    return BROWSER.visit(service.url(path), "en-GB");
  }

  private static double points(Locator locator) {
    return Double.parseDouble(locator.innerText().replace('−', '-'));
  }

  @Test
  void serviceWithoutCandidatesSaysHowToBegin() {
    assertThat(emptyPage).contains("No candidate yet", "/api/docs");
  }

  @Test
  void candidatesAreFoundByNameAndIdWithoutAccents() {
    Page page = visit("/candidates");
    assertThat(page.locator("tbody tr")).hasCount(50);
    assertThat(page.locator(".paging")).containsText("1–50 of 69");

    page.getByLabel("Name, headline, e-mail or id").fill("n12 EMILE");
    page.keyboard().press("Enter");

    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody"))
        .containsText(Pattern.compile("Émile N12.*1 list", Pattern.DOTALL));
    page.navigate(service.url("/candidates?q=%25"));
    assertThat(page.locator(".empty")).containsText("Nobody matches “%”.");
    page.navigate(service.url("/candidates?page=2"));
    assertThat(page.locator("tbody tr")).hasCount(19);
    assertThat(page.locator(".paging [rel=prev]")).isVisible();
  }

  @Test
  void wordsLikeAVariableOfAnAddressAreFoundOnEachPage() {
    Page page = visit("/candidates?q=%7Bn%7D");
    assertThat(page.locator(".paging")).containsText("1–50 of 60");

    page.locator(".paging [rel=next]").click();

    assertThat(page.locator(".paging")).containsText("51–60 of 60");
  }

  @Test
  void profileIsToldAsTheEngineUnderstandsIt() {
    Page page = visit("/candidates/c-1");

    assertThat(page.locator(".skills-known li").first())
        .containsText(Pattern.compile("Java.*assessed.*technical test 1: Java", Pattern.DOTALL));
    assertThat(page.locator(".records").first())
        .containsText(
            Pattern.compile(
                "experience 1: Java developer.*33 months.*Apr 2019 – Jan 2022", Pattern.DOTALL));
    assertThat(page.locator(".records").nth(1)).containsText("1 Mar 2026");
    assertThat(page.locator("main")).not().containsText("Hesitant");
    page.locator("td a").first().click();
    assertThat(page).hasURL(Pattern.compile("/matchings/"));
  }

  @Test
  void nameThatNoTableKnowsIsSaidToMatchItselfOnly() {
    Page page = visit("/candidates/short");

    assertThat(page.locator(".words").last()).containsText("Gloogle");
    assertThat(page.locator("#lists")).isVisible();
    assertThat(page.locator("main")).containsText("In no list.");
  }

  @Test
  void nearMissLeadsToTheTableThatAddsUp() {
    Page page = visit("/candidates/short");
    assertThat(page.locator(".misses tbody tr")).hasCount(1);

    page.locator(".misses a").click();

    assertThat(page.locator(".verdict-words"))
        .containsText(Pattern.compile("Not in the list: [0-9.]+ points short of place 50."));
    double sum = 0;
    for (Locator line : page.locator(".against tbody tr td:last-child b").all()) {
      sum += points(line);
    }
    double difference = points(page.locator(".against tfoot b"));
    double own = points(page.locator(".against tfoot td:nth-of-type(2) span:last-child"));
    double last = points(page.locator(".against tfoot td:nth-of-type(3) span:last-child"));
    assertThat(String.format(Locale.ROOT, "%.4f", sum))
        .isEqualTo(String.format(Locale.ROOT, "%.4f", difference))
        .isEqualTo(String.format(Locale.ROOT, "%.4f", own - last));
    assertThat(page.locator(".whole-sum .points")).hasText(String.format(Locale.ROOT, "%.4f", own));
  }

  @Test
  void whyNotIsAskedByWordsOfATitleOrById() {
    Page page = visit("/candidates/short");

    page.getByLabel("Why not in …?").fill("forgeron");
    page.keyboard().press("Enter");

    assertThat(page).hasURL(Pattern.compile("/candidates/short/postings/p-3$"));
    assertThat(page.locator(".verdict-words")).containsText("may not be ranked together");
    assertThat(page.locator(".gates"))
        .containsText(
            Pattern.compile(
                "They share no domain.*asked for: Métallurgie.*Back-end", Pattern.DOTALL));
    page.navigate(service.url("/candidates/short/postings?q=e"));
    assertThat(page.locator(".list-group a")).hasCount(5);
  }

  @Test
  void listedAndRejectedAreSaidToBe() {
    Page page = visit("/candidates/c-5/postings/p-4");
    assertThat(page.locator(".verdict-words")).hasText("In the list.");

    page.navigate(service.url("/candidates/c-4/postings/p-4"));

    assertThat(page.locator(".answer"))
        .containsText(
            Pattern.compile("rejected.*By ines, on.*Lives <b>abroad</b>\\.", Pattern.DOTALL));
  }

  @Test
  void whoeverOptedOutIsInNoListForThatReason() {
    Page page = visit("/candidates/out");
    assertThat(page.locator(".notice")).containsText("does not want to be matched");

    page.navigate(service.url("/candidates/out/postings/p-2"));

    assertThat(page.locator(".gates"))
        .containsText(Pattern.compile("not active.*does not want to be matched", Pattern.DOTALL));
  }

  @Test
  void listLeadsToWhoIsMissedInIt() {
    Page page = visit("/candidates?for=p-1&q=court");

    page.locator("tbody a").click();

    assertThat(page).hasURL(Pattern.compile("/candidates/short/postings/p-1$"));
  }

  @Test
  void wrongAddressesAreErrorsThatSayWhat() throws Exception {
    for (String path :
        List.of(
            "/candidates/nobody",
            "/candidates/nobody/postings/p-1",
            "/candidates/c-1/postings/nothing",
            "/candidates?for=nothing")) {
      assertThat(service.get(path, HTML).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(service.get("/candidates?page=0", HTML).statusCode()).isEqualTo(400);
    assertThat(service.get("/candidates?pgae=1", HTML).statusCode()).isEqualTo(400);
  }

  @Test
  void documentsAreTextAndNothingElse() {
    Page page = visit("/candidates/hostile");

    assertThat(page).hasTitle(Pattern.compile("^<img src=x"));
    assertThat(page.locator("main img, main script")).hasCount(0);
  }

  @Test
  void pagesAreFitToBeSeen() {
    look("/candidates", "candidates");
    look("/candidates?q=zzz", "candidates-nothing");
    look("/candidates/c-1", "candidate");
    look("/candidates/out", "candidate-out");
    look("/candidates/hostile", "candidate-hostile");
    look("/candidates/short", "candidate-short");
  }

  @Test
  void pagesAboutPairsAreFitToBeSeen() {
    look("/candidates/short/postings/p-1", "pair-behind");
    look("/candidates/short/postings/p-3", "pair-ineligible");
    look("/candidates/c-4/postings/p-4", "pair-rejected");
    look("/candidates/c-5/postings/p-4", "pair-listed");
    look("/candidates/short/postings?q=e", "pair-which");
  }

  private static void look(String path, String name) {
    PageAudit.look(BROWSER, service.url(path), name);
  }
}
