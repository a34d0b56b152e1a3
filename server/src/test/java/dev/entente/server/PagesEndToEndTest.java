package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.entente.server.PageParts.heading;
import static dev.entente.server.PageParts.link;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages as a person sees them, in a browser.
class PagesEndToEndTest {
  private static final String KEY = "a-key-of-thirty-two-characters-or-more";
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String JSON = "application/json";

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  @TempDir private static Path folder;
  private static TrialService service;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    service = TrialService.start(folder);
    for (String kind : List.of("candidates", "postings")) {
      service.send("POST", "/api/import/" + kind, "application/x-ndjson", documents(kind));
    }
    for (String posting : List.of("p-1", "p-3", "p-4")) {
      service.send("POST", "/api/matching", JSON, "{\"jobPostingId\":\"" + posting + "\"}");
    }
  }

  private static String documents(String kind) throws IOException {
    try (InputStream in = PagesEndToEndTest.class.getResourceAsStream("pages-" + kind + ".jsonl")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  /// A new person with a browser of their own, who reads English first.
  private Page visit(String url) {
    return visit(url, "en-GB");
  }

  private Page visit(String url, String language) {
    Page page = BROWSER.person(new NewContextOptions().setLocale(language)).newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.navigate(url);
    return page;
  }

  private static Locator language(Page page, String name) {
    return page.locator(".languages a", new Page.LocatorOptions().setHasText(name));
  }

  @Test
  void postingsLeadToTheListAndTheListToTheExplanation() {
    Page page = visit(service.url("/"));
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Java"));
    assertThat(row).containsText(Pattern.compile("acme\\s+Lyon\\s+Hybrid\\s+Permanent"));
    assertThat(row).containsText("2 of 2 eligible");
    assertThat(row.locator("time")).hasAttribute("datetime", TrialService.NOW.toString());

    link(page, "Développeur·euse Java").click();
    assertThat(heading(page)).hasText("Développeur·euse Java");
    Locator first = page.locator(".candidates > li").first();
    assertThat(first)
        .containsText(Pattern.compile("2 of 3 required skills: .*missing: Kafka", Pattern.DOTALL));
    assertThat(first.locator(".numbers dd")).hasCount(8);
    assertThat(first).containsText("(4.00)"); // no progression to measure

    first.locator("h3 a").click();
    assertThat(heading(page)).hasText("Ada <b>Lovelace</b>");
    assertThat(page.locator("main")).not().containsText("Hesitant");
    assertThat(complaints).isEmpty();
  }

  @Test
  void languageIsSwitchedOnThePageAndRemembered() {
    Page page = visit(service.url("/postings/p-1"));
    assertThat(page.locator("html")).hasAttribute("lang", "en");

    language(page, "FR").click();

    assertThat(page).hasURL(service.url("/postings/p-1?lang=fr"));
    assertThat(page.locator("html")).hasAttribute("lang", "fr");
    assertThat(page.locator(".candidates > li").first())
        .containsText(
            Pattern.compile(
                "2 compétences requises sur 3\u00a0: .*manquent\u00a0: Kafka", Pattern.DOTALL));
    link(page, "Toutes les offres").click();
    assertThat(heading(page)).hasText("Offres d’emploi");
    language(page, "EN").click();
    assertThat(heading(page)).hasText("Job postings");
  }

  @Test
  void documentsAreTextAndNothingElse() {
    Page page = visit(service.url("/postings/p-1"));

    page.getByText("What the posting asks for").click();

    assertThat(page.locator(".prose")).containsText("<script>document.title='broken'</script>");
    assertThat(page).hasTitle("Développeur·euse Java – Entente");
    assertThat(page.locator("main b b, main script")).hasCount(0);
  }

  @Test
  void postingThatNobodyFitsSaysWhy() {
    Page page = visit(service.url("/postings/p-3"));

    assertThat(page.locator("main"))
        .containsText("6 candidates declare none of the posting’s domains");
    assertThat(page.locator("main")).containsText("6 candidates have none of the required skills");
  }

  @Test
  void inactivePostingSaysSo() {
    Page page = visit(service.url("/postings/p-2?lang=fr"));

    assertThat(page.locator("main")).containsText("Seules les offres actives sont classées");
    assertThat(page.locator("main")).containsText("Cette liste n’a jamais été calculée");
  }

  @Test
  void rejectedCandidateStandsBelowTheList() throws Exception {
    Page page = visit(service.url("/postings/p-4"));
    String path = page.locator(".candidates a").first().getAttribute("href");
    service.send(
        "PATCH", path.replace("/matchings/", "/api/matching/"), JSON, "{\"status\":\"REJECTED\"}");

    page.reload();

    assertThat(page.locator("section .candidates > li")).hasCount(1);
    page.getByText("1 candidate with a status but without a rank").click();
    assertThat(page.locator(".unranked .candidates > li")).containsText("Rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/postings/p-9", "/matchings/x", "/?page=0"})
  void errorsOfPagesArePagesAndThoseOfTheApiProblems(String path) throws Exception {
    HttpResponse<String> page = service.get(path, HTML);
    HttpResponse<String> problem = service.get("/api" + path, HTML);
    HttpResponse<String> program = service.get(path, "*/*");

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.statusCode()).isBetween(400, 404).isEqualTo(program.statusCode());
    assertThat(page.body()).contains("Error " + page.statusCode(), "All job postings");
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void errorPageIsInTheReadersLanguageAndLeadsBack() {
    Page page = visit(service.url("/postings/p-9?lang=fr"));
    assertThat(heading(page)).hasText("Cette offre n’existe pas.");
    language(page, "EN").click();
    assertThat(heading(page)).hasText("There is no such job posting.");

    link(page, "All job postings").click();

    assertThat(heading(page)).hasText("Job postings");
  }

  @Test
  void requestFromElsewhereIsRefusedWithAPage() {
    NewContextOptions elsewhere =
        new NewContextOptions().setExtraHTTPHeaders(Map.of("Origin", "https://x.org"));
    Page page = BROWSER.person(elsewhere.setLocale("fr-FR")).newPage();

    page.navigate(service.url("/"));

    assertThat(heading(page)).hasText("La requête vient d’ailleurs.");
    assertThat(page.locator("main")).containsText("Erreur 403");
  }

  @Test
  void errorPageAndWayInAreFitToBeSeen() {
    PageAudit.look(BROWSER, service.url("/postings/p-9"), "error");
    try (var keyed = service.startWithKey(folder, KEY)) {
      PageAudit.look(BROWSER, keyed.url("/"), "sign-in");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/postings/p-1", "/candidates", "/runs", "/functions"})
  void firstVisitTransfersLittle(String path) {
    try (BrowserContext person = BROWSER.person(new NewContextOptions())) {
      Page page = person.newPage();
      var network = person.newCDPSession(page);
      var bytes = new AtomicLong();
      network.on(
          "Network.loadingFinished",
          event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      network.send("Network.enable");

      page.navigate(
          service.url(path), new NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));

      assertThat(bytes.get()).isBetween(50_000L, 350_000L);
    }
  }

  @Test
  void keyIsShownOnceAndLeadsToWhatWasAskedFor() {
    try (var keyed = service.startWithKey(folder, KEY)) {
      Page page = visit(keyed.url("/postings/p-1"), "fr-FR");
      assertThat(heading(page)).hasText("Connexion");
      page.getByLabel("Clé").fill("not the key");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ce n’est pas la clé.");

      page.getByLabel("Clé").fill(KEY);
      page.getByText("Se connecter").click();
      assertThat(heading(page)).hasText("Développeur·euse Java");

      page.locator(".person summary").click();
      page.getByText("Se déconnecter").click();
      assertThat(heading(page)).hasText("Connexion");
      page.navigate(keyed.url("/"));
      assertThat(heading(page)).hasText("Connexion");
    }
  }
}
