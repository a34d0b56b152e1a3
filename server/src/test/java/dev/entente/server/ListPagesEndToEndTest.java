package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.entente.server.PageParts.buttonThatBegins;
import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The list of a posting as recruiters work through it, in a browser.
class ListPagesEndToEndTest {
  private static final String ENGLISH = "en-GB";
  private static final String FRENCH = "fr-FR";
  private static final int PEOPLE = 6;

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @BeforeEach
  void sixAreRanked() {
    for (int i = 0; i < PEOPLE; i++) {
      api.store(
          aCandidate("c-" + i)
              .with("firstName", "\"Person\"")
              .with("lastName", "\"" + (char) ('F' - i) + "\"")
              .knowing(i % 2 == 0 ? new String[] {"Java", "SQL"} : new String[] {"Java"})
              .tested(90 - i));
    }
    api.store(aPosting("p").asking("Java", "SQL"));
    service.settle();
  }

  private Page list(String query) {
    return BROWSER.visit(service.url("/postings/p" + query), ENGLISH);
  }

  private static Locator rows(Page page) {
    return page.locator(".candidates.ranked > li");
  }

  private static List<String> names(Page page) {
    return page.locator(".candidates > li h3").allInnerTexts();
  }

  private String status(String candidate) {
    return service
        .database()
        .sql("SELECT status FROM \"CandidateMatching\" WHERE \"candidateId\" = :candidate")
        .param("candidate", candidate)
        .query(String.class)
        .single();
  }

  private String reason(String candidate) {
    return service
        .database()
        .sql("SELECT reason FROM status_change WHERE candidate_id = :candidate ORDER BY id DESC")
        .param("candidate", candidate)
        .query(String.class)
        .list()
        .getFirst();
  }

  @Test
  void keysWorkThroughTheListFromRowToRow() {
    Page page = list("");
    rows(page).first().focus();

    page.keyboard().press("v");
    assertThat(rows(page).nth(1)).isFocused();
    assertThat(rows(page).first()).containsText("is now: Viewed");
    assertThat(page.locator("#announced")).containsText("is now: Viewed");
    page.keyboard().press("c");
    assertThat(rows(page).nth(2)).isFocused();
    page.keyboard().press("k");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("j");
    assertThat(rows(page).nth(3)).isFocused();
    page.keyboard().press("u");
    assertThat(rows(page).nth(1)).containsText("Taken back.");

    assertThat(List.of(status("c-0"), status("c-2"), status("c-4"), status("c-1")))
        .containsOnlyOnce("VIEWED")
        .doesNotContain("CONTACTED");
    page.keyboard().press("x");
    assertThat(page.locator(".bulk .count")).hasText("1 selected");
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("Escape");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/matchings/"));
  }

  @Test
  void keysAreLeftToFields() {
    Page page = list("");
    page.locator(".refine summary").click();
    Locator least = page.locator("input[name=least]");
    least.focus();

    page.keyboard().press("v");
    page.keyboard().press("5");

    assertThat(least).hasValue("5");
    assertThat(page.locator(".said")).hasCount(0);
  }

  @Test
  void rejectionAsksForAReasonAndIsUndone() {
    Page page = list("");
    String name = names(page).getFirst();
    rows(page).first().focus();
    page.keyboard().press("r");
    Locator dialog = page.locator("#reject");
    assertThat(dialog).containsText(name);
    buttonThatBegins(dialog, "Reject").click();
    assertThat(dialog).isVisible(); // nothing was chosen
    dialog.getByText("Another reason").click();
    dialog.locator("textarea").fill("<b>Lives</b> abroad");
    buttonThatBegins(dialog, "Reject").click();

    assertThat(rows(page).first()).containsText("is now: Rejected");
    assertThat(rows(page).first()).containsText("<b>Lives</b> abroad");
    assertThat(status("c-0")).isEqualTo("REJECTED");
    assertThat(reason("c-0")).isEqualTo("<b>Lives</b> abroad");
    buttonThatBegins(rows(page).first(), "Undo").click();
    assertThat(rows(page).first()).containsText("Taken back.");
    page.reload();
    assertThat(rows(page)).hasCount(PEOPLE);
    assertThat(rows(page).first()).containsText(name);
    assertThat(status("c-0")).isEqualTo("PENDING");
  }

  // By keys, as a mouse waits until the page has scrolled to the row.
  @Test
  void everythingIsDoneWithoutAnyScript() {
    var scriptless = new NewContextOptions().setLocale(ENGLISH).setJavaScriptEnabled(false);
    Page page = BROWSER.person(scriptless).newPage();
    page.navigate(service.url("/postings/p?sort=name"));
    String id = rows(page).first().getAttribute("id");

    buttonThatBegins(rows(page).first(), "Viewed").click();
    assertThat(page).hasURL(Pattern.compile("/postings/p\\?sort=name&moved=\\d+#" + id + "$"));
    assertThat(rows(page).first()).containsText("is now: Viewed");
    pressOncePainted(buttonThatBegins(rows(page).first(), "Undo"), "Enter");
    assertThat(rows(page).first()).containsText("Taken back.");

    pressOncePainted(rows(page).first().locator("[data-reject]"), "Enter");
    Locator dialog = page.locator("#reject");
    assertThat(dialog).isVisible(); // not that of the page that goes
    pressOncePainted(dialog.getByLabel("Others fit better"), "Space");
    buttonThatBegins(dialog, "Reject").press("Enter");
    assertThat(page.locator("#" + id)).containsText("Others fit better");
    assertThat(page).hasURL(Pattern.compile("sort=name"));

    service.settle(); // the place of the rejected one is taken
    page.navigate(page.url());
    pressOncePainted(page.locator(".pick input").nth(1), "Space");
    page.locator(".pick input").nth(2).press("Space");
    buttonThatBegins(page.locator("#bulk"), "Contacted").press("Enter");
    assertThat(page.locator(".several")).containsText("2 candidates were moved.");
    pressOncePainted(buttonThatBegins(page.locator(".several"), "Undo all"), "Enter");
    assertThat(page.locator(".tag.contacted")).hasCount(0);
  }

  /// A page that has just come takes no keys until it is painted, which a picture waits for.
  private static void pressOncePainted(Locator place, String key) {
    place.page().screenshot();
    place.press(key);
  }

  @Test
  void severalAreRejectedForOneReason() {
    Page page = list("");
    page.getByLabel("Select all shown").check();
    page.locator(".pick input").first().uncheck();
    assertThat(page.locator(".bulk .count")).hasText("5 selected");
    buttonThatBegins(page.locator("#bulk"), "Reject").click();
    page.locator("#reject").getByText("Not enough experience").click();
    buttonThatBegins(page.locator("#reject"), "Reject").click();

    assertThat(page.locator(".several")).containsText("5 candidates were moved.");
    assertThat(rows(page)).hasCount(1);
    assertThat(status("c-5")).isEqualTo("REJECTED");
    assertThat(reason("c-5")).isEqualTo("Not enough experience");
    buttonThatBegins(page.locator(".several"), "Undo all").click();
    assertThat(rows(page)).hasCount(PEOPLE);
  }

  @Test
  void orderAndFiltersStandInTheAddress() {
    api.patch("/api/matching/" + first("c-1"), "{\"status\":\"VIEWED\"}");
    Page page = list("");

    page.locator(".refine summary").click();
    page.locator("#sort").selectOption("name");
    page.getByLabel("No required skill missing").check();
    buttonThatBegins(page.locator(".filters"), "Apply").click();

    assertThat(page).hasURL(Pattern.compile("sort=name.*complete=true"));
    assertThat(page.locator(".above")).containsText("3 of 6 candidates shown");
    assertThat(names(page)).containsExactly("Person B", "Person D", "Person F");
    page.getByText("Show all").click();
    assertThat(rows(page)).hasCount(PEOPLE);
    page.navigate(service.url("/postings/p?status=VIEWED&status=CONTACTED"));
    assertThat(names(page)).containsExactly("Person E");
    page.navigate(service.url("/postings/p?criterion=skills&least=100"));
    assertThat(page.locator("main")).containsText("No candidate passes these filters.");
    page.navigate(service.url("/postings/p?sort=latest"));
    assertThat(names(page)).startsWith("Person E");
    page.navigate(service.url("/postings/p?sort=nonsense"));
    assertThat(page.locator("main")).containsText("sort");
  }

  @Test
  void whoIsSlowerIsToldWhatTheStatusIs() {
    Page one = list("");
    Page other = BROWSER.visit(service.url("/postings/p"), FRENCH);
    buttonThatBegins(rows(one).first(), "Contacted").click();
    assertThat(rows(one).first()).containsText("is now: Contacted");

    buttonThatBegins(rows(other).first(), "Vu").click();

    assertThat(rows(other).first()).containsText("Rien n’a changé");
    assertThat(rows(other).first().locator(".tag.contacted")).hasCount(1);
    assertThat(status("c-0")).isEqualTo("CONTACTED");
  }

  @Test
  void threeAreComparedSideBySide() {
    Page page = list("");
    for (int row : new int[] {0, 1, 4}) {
      page.locator(".pick input").nth(row).check();
    }
    buttonThatBegins(page.locator("#bulk"), "Compare").click();

    assertThat(page.locator(".compare thead th")).hasCount(3);
    assertThat(page.locator(".compare")).containsText("missing");
    assertThat(page.locator(".compare .best").first()).containsText("best");
    page.navigate(service.url("/postings/p/compare"));
    assertThat(page.locator("main")).containsText("Choose at least two candidates");
    page.navigate(service.url("/postings/p/compare?m=a&m=b&m=c&m=d&m=e"));
    assertThat(page.locator("main")).containsText("At most four");
    page.navigate(service.url("/postings/p/compare?m=a&m=b"));
    assertThat(page.locator("main")).containsText("not in the list any more");
  }

  private String first(String candidate) {
    return service
        .database()
        .sql("SELECT id FROM \"CandidateMatching\" WHERE \"candidateId\" = :candidate")
        .param("candidate", candidate)
        .query(String.class)
        .single();
  }

  @Test
  void fileIsWrittenForTheReadersSpreadsheet() {
    api.store(
        aCandidate("c-0")
            .with("firstName", "\"=cmd|' /C calc'!A0\"")
            .knowing("Java", "SQL")
            .tested(90));
    service.settle();
    Page page = list("");

    String english = csv(page, "en", "?complete=true");
    String french = csv(page, "fr", "");

    assertThat(english).startsWith("\uFEFFRank,Candidate id,Name,");
    assertThat(english.split("\r\n")).hasSize(4);
    assertThat(english).contains("1,c-0,'=cmd|' /C calc'!A0,").contains("Pending");
    assertThat(french).startsWith("\uFEFFRang;Identifiant du candidat;Nom;");
    assertThat(french.split("\r\n")).hasSize(PEOPLE + 1);
    assertThat(french).containsPattern(";\\d+,\\d\\d;").contains("En attente");
  }

  private String csv(Page page, String language, String query) {
    APIResponse answer =
        page.request()
            .get(
                service.url("/postings/p/matchings.csv" + query),
                RequestOptions.create().setHeader("Accept-Language", language));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.headers().get("content-disposition")).contains("matchings-p.csv");
    return answer.text();
  }

  @Test
  void hostileFieldsChangeNothing() {
    Page page = list("");
    for (String fields :
        List.of("", "status=HIRED&expected=PENDING", "status=VIEWED", "status=VIEWED&expected=x")) {
      APIResponse answer =
          page.request()
              .post(
                  service.url("/matchings/" + first("c-0") + "/status"),
                  RequestOptions.create()
                      .setHeader("Content-Type", "application/x-www-form-urlencoded")
                      .setData(fields));
      assertThat(answer.status()).as(fields).isEqualTo(422);
    }
    assertThat(status("c-0")).isEqualTo("PENDING");
  }

  @Test
  void emptyListsSayWhy() {
    api.store(aPosting("inactive").inactive());
    api.store(aPosting("nobody").asking("COBOL"));
    service.settle();

    PageAudit.look(BROWSER, service.url("/postings/inactive"), "list-never");
    PageAudit.look(BROWSER, service.url("/postings/nobody"), "list-nobody");
    PageAudit.look(BROWSER, service.url("/postings/p/compare"), "compare-none");
  }

  @Test
  void fiftyWithLongNamesAndHostileTextAreReadable() {
    for (int i = 0; i < 48; i++) {
      api.store(
          aCandidate("long-" + i)
              .with("firstName", name(i))
              .knowing("Java", "SQL", "W".repeat(190))
              .tested(IntStream.rangeClosed(0, i).toArray()));
    }
    api.store(aPosting("p").asking("Java", "SQL", "W".repeat(190)));
    service.settle();
    String id = list("").locator(".candidates > li").first().getAttribute("id").substring(2);
    api.patch("/api/matching/" + id, "{\"status\":\"VIEWED\",\"by\":\"r-7\"}");
    PageAudit.look(BROWSER, service.url("/postings/p"), "list-fifty");
  }

  private static String name(int number) {
    String name = number % 7 == 0 ? "Maximilian".repeat(18) : "Anne <script>alert(1)</script>";
    return "\"" + name + "\"";
  }

  @Test
  void dialogAndComparisonAreReadable() {
    String query = "?m=" + first("c-0") + "&m=" + first("c-1") + "&m=" + first("c-2");
    PageAudit.look(BROWSER, service.url("/postings/p/compare" + query), "compare");
    PageAudit.look(
        BROWSER,
        service.url("/postings/p"),
        "list-reject",
        page -> {
          rows(page).first().focus();
          page.keyboard().press("r");
          assertThat(page.locator("#reject")).isVisible();
        });
  }

  @Test
  void oneWithAStatusAndSomeSelectedAreReadable() {
    api.patch(
        "/api/matching/" + first("c-5"), "{\"status\":\"REJECTED\",\"reason\":\"Too far away\"}");
    PageAudit.look(
        BROWSER,
        service.url("/postings/p?status=PENDING&status=REJECTED"),
        "list-six",
        page -> {
          rows(page).first().focus();
          page.keyboard().press("x");
          page.keyboard().press("j");
          assertThat(rows(page).nth(1)).isFocused();
        });
  }
}
