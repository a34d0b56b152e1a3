package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a list says of decisions, and whom it lets decide, in a browser.
class DecisionPagesEndToEndTest {
  private static final int PEOPLE = 4;

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @BeforeEach
  void fourAreRanked() {
    for (int i = 0; i < PEOPLE; i++) {
      api.store(aCandidate("c-" + i).knowing("Java").tested(90 - i));
    }
    api.store(aPosting("p").asking("Java"));
    service.settle();
  }

  private Page list(String query) {
    return BROWSER.visit(service.url("/postings/p" + query), "en-GB");
  }

  private static Locator row(Page page, int number) {
    return page.locator(".candidates.ranked > li").nth(number);
  }

  private static Locator box(Page page, int number) {
    return row(page, number).locator(".pick input");
  }

  private int count(String rows) {
    return service.database().sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
  }

  private int moved() {
    return count("\"CandidateMatching\" WHERE status <> 'PENDING'");
  }

  private String id(String candidate) {
    return service
        .database()
        .sql("SELECT id FROM \"CandidateMatching\" WHERE \"candidateId\" = :candidate")
        .param("candidate", candidate)
        .query(String.class)
        .single();
  }

  /// Moves that are on their way, until they are released.
  private static List<Route> hold(Page page) {
    List<Route> held = new ArrayList<>();
    page.route("**/status", held::add);
    return held;
  }

  // The latest first, as the network may have it.
  private static void release(Page page, List<Route> held, int count) {
    page.waitForCondition(() -> held.size() == count);
    page.unroute("**/status");
    held.reversed().forEach(Route::resume);
  }

  private APIResponse post(Page page, String path, String fields) {
    return page.request()
        .post(
            service.url(path),
            RequestOptions.create()
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("HX-Request", "true")
                .setData(fields));
  }

  @Test
  void whoIsMovedOutOfTheFilterIsConfirmedAndTakenBack() {
    Page page = list("?status=PENDING");
    box(page, 0).check();
    box(page, 1).check();
    page.locator("#bulk [value=VIEWED]").click();

    assertThat(page.locator(".several")).containsText("2 candidates were moved.");
    assertThat(page.locator(".candidates.ranked > li")).hasCount(PEOPLE - 2);
    assertThat(page).hasURL(Pattern.compile("/postings/p\\?status=PENDING$"));
    page.locator(".several button").click();
    assertThat(page.locator(".candidates.ranked > li")).hasCount(PEOPLE);

    box(page, 0).check();
    page.locator("#bulk [value=CONTACTED]").click();
    assertThat(page.locator(".several")).containsText("One candidate was moved.");
  }

  @Test
  void confirmationIsOfThatMoveAlone() {
    api.patch("/api/matching/" + id("c-0"), "{\"status\":\"VIEWED\"}");
    long move =
        service.database().sql("SELECT max(id) FROM status_change").query(Long.class).single();
    Page page = list("?moved=" + move);
    assertThat(page.locator(".said")).containsText("is now: Viewed");
    assertThat(page).hasURL(Pattern.compile("/postings/p$"));

    api.patch("/api/matching/" + id("c-0"), "{\"status\":\"CONTACTED\"}");
    page.navigate(service.url("/postings/p?moved=" + move));

    assertThat(page.locator(".candidates .contacted.tag")).hasCount(1);
    assertThat(page.locator(".said, .undo, .several")).hasCount(0);
  }

  @Test
  void whoHasTheStatusAlreadyIsNotSaidToBeOvertaken() {
    Page page = list("");
    box(page, 0).check();
    page.locator("#bulk [value=VIEWED]").click();
    assertThat(row(page, 0)).containsText("is now: Viewed");
    box(page, 0).check();
    page.locator("#bulk [value=VIEWED]").click();

    assertThat(page.locator("main")).containsText("had this status already");
    assertThat(page.locator("main")).not().containsText("quicker");
    box(page, 0).check();
    box(page, 1).check();
    page.locator("#bulk [value=VIEWED]").click();
    assertThat(row(page, 1)).containsText("is now: Viewed");
    assertThat(page.locator("main")).not().containsText("quicker");
  }

  @Test
  void keysWaitForNoAnswer() {
    Page page = list("");
    List<Route> held = hold(page);
    row(page, 0).focus();

    for (String key : new String[] {"v", "c", "u", "v"}) {
      page.keyboard().press(key);
    }
    assertThat(row(page, 3)).isFocused();
    release(page, held, 3);

    assertThat(row(page, 0)).containsText("is now: Viewed");
    assertThat(row(page, 1)).containsText("Taken back.");
    assertThat(row(page, 2)).containsText("is now: Viewed");
    assertThat(row(page, 3)).isFocused();
    page.keyboard().press("u");
    assertThat(row(page, 2)).containsText("Taken back.");
    row(page, 3).focus();
    page.keyboard().press("v");
    page.locator("[data-all]").focus();
    assertThat(row(page, 3)).containsText("is now: Viewed");
    assertThat(page.locator("[data-all]")).isFocused();
  }

  @Test
  void lastKeyOfARowWhoseAnswerIsAwaitedCounts() {
    Page page = list("");
    List<Route> held = hold(page);
    row(page, 0).focus();

    for (String key : new String[] {"v", "k", "r", "k", "c"}) {
      page.keyboard().press(key);
    }
    release(page, held, 1);

    assertThat(row(page, 0)).containsText("is now: Contacted");
    assertThat(page.locator("#reject")).isHidden();
    assertThat(row(page, 1)).isFocused();
  }

  @Test
  void severalAreRejectedBeforeTheFirstAnswer() {
    Page page = list("");
    List<Route> held = hold(page);
    row(page, 0).focus();

    for (int i = 0; i < 3; i++) {
      page.keyboard().press("r");
      page.locator("#reject [name=usual]").first().check();
      page.locator("#reject [value=REJECTED]").click();
    }
    release(page, held, 3);

    for (int i = 0; i < 3; i++) {
      assertThat(row(page, i)).containsText("is now: Rejected");
    }
    assertThat(row(page, 3)).isFocused();
    page.keyboard().press("u");
    assertThat(row(page, 2)).containsText("Taken back.");
  }

  @Test
  void moveThatFailedIsNoneToTakeBack() {
    Page page = list("");
    row(page, 1).focus();
    page.keyboard().press("v");
    assertThat(row(page, 1)).containsText("is now: Viewed");
    row(page, 0).focus();
    page.keyboard().press("v");
    assertThat(row(page, 0)).containsText("is now: Viewed");
    page.route("**/status", Route::abort);
    row(page, 0).focus();
    page.keyboard().press("c");
    page.keyboard().press("j");
    page.keyboard().press("c");
    assertThat(page.locator("#toasts .toast")).hasCount(2);

    page.keyboard().press("u");

    assertThat(row(page, 0)).containsText("Taken back.");
    assertThat(row(page, 1).locator(".viewed.tag")).hasCount(1);
    assertThat(row(page, 2).locator(".pending.tag")).hasCount(1);
  }

  @Test
  void lastMoveIsTakenBackByWhateverItWasMade() {
    Page page = list("");
    row(page, 0).focus();
    page.keyboard().press("v");
    page.keyboard().press("v");
    assertThat(row(page, 0)).containsText("is now: Viewed");
    assertThat(row(page, 1)).containsText("is now: Viewed");
    row(page, 0).locator("form.move [value=CONTACTED]").click();
    assertThat(row(page, 0)).containsText("is now: Contacted");

    row(page, 2).focus();
    page.keyboard().press("u");

    assertThat(row(page, 0)).containsText("Taken back.");
    assertThat(row(page, 1).locator(".viewed.tag")).hasCount(1);
  }

  @Test
  void enterInACheckBoxMovesNobody() {
    Page page = list("");
    box(page, 0).check();

    box(page, 0).press("Enter");

    assertThat(page.locator(".bulk .count")).hasText("1 selected");
    assertThat(moved()).isZero();
  }

  @Test
  void blanksAreNoReason() {
    Page page = list("");
    row(page, 0).locator("[data-reject]").click();
    Locator dialog = page.locator("#reject");
    dialog.getByText("Another reason").click();
    dialog.locator("textarea").fill("  \n ");
    dialog.locator("[value=REJECTED]").click();

    assertThat(dialog).isVisible();
    assertThat(dialog.locator("textarea:invalid")).hasCount(1);
    APIResponse answer =
        post(
            page,
            "/matchings/" + id("c-0") + "/status",
            "from=list&status=REJECTED&expected=PENDING&usual=&reason=+++");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("needs a reason");
    dialog.locator("textarea").fill(" Lives abroad ");
    dialog.locator("[value=REJECTED]").click();
    assertThat(row(page, 0)).containsText("Lives abroad");
  }

  @Test
  void listMovesOnlyItsOwn() {
    api.store(aPosting("q").asking("Java").inactive());
    Page page = list("");
    String chosen = "m=" + id("c-0");

    for (String path : new String[] {"", "/undo"}) {
      assertThat(
              post(page, "/postings/%7Bx%7D/status" + path, chosen + ":PENDING&status=VIEWED")
                  .status())
          .isEqualTo(404);
    }
    post(page, "/postings/q/status", chosen + ":PENDING&status=VIEWED");
    assertThat(moved()).isZero();
    api.patch("/api/matching/" + id("c-0"), "{\"status\":\"VIEWED\"}");
    long move =
        service.database().sql("SELECT max(id) FROM status_change").query(Long.class).single();
    APIResponse undone = post(page, "/postings/q/status/undo", chosen + ":" + move);

    assertThat(undone.text()).contains("One candidate was not moved");
    assertThat(moved()).isOne();
  }
}
