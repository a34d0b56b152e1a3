package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The page of one matching, in a browser.
class MatchPagesEndToEndTest {
  private static final String JSON = "application/json";

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  @TempDir private static Path folder;
  private static TrialService service;

  @BeforeAll
  static void start() throws Exception {
    service = TrialService.start(folder);
    for (String kind : new String[] {"candidates", "postings"}) {
      service.send("POST", "/api/import/" + kind, "application/x-ndjson", documents(kind));
    }
    for (String posting : new String[] {"p-1", "p-5"}) {
      service.send("POST", "/api/matching", JSON, "{\"jobPostingId\":\"" + posting + "\"}");
    }
  }

  private static String documents(String kind) throws IOException {
    try (InputStream in =
        MatchPagesEndToEndTest.class.getResourceAsStream("pages-" + kind + ".jsonl")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static String matching(String posting, int rank) {
    return service
        .part(JdbcClient.class)
        .sql("SELECT id FROM ranked_matching WHERE \"jobPostingId\" = :posting AND rank = :rank")
        .param("posting", posting)
        .param("rank", rank)
        .query(String.class)
        .single();
  }

  private static Page visit(String posting, int rank) {
    return BROWSER.visit(service.url("/matchings/" + matching(posting, rank)), "en-GB");
  }

  @Test
  void criteriaAddUpToTheTotalAndTheTotalRoundsToTheScore() {
    Page page = visit("p-1", 1);

    double sum =
        page.locator(".criteria > li[id] .points").allInnerTexts().stream()
            .mapToDouble(Double::parseDouble)
            .sum();
    assertThat(page.locator(".criteria > li[id]")).hasCount(8);
    assertThat(page.locator(".whole-sum .points")).hasText(String.format(Locale.ROOT, "%.4f", sum));
    String score = page.locator(".verdict .total b").innerText();
    assertThat(page.locator(".whole-sum")).containsText("rounded " + score);
    assertThat(score).isEqualTo(String.format(Locale.ROOT, "%.2f", sum));
  }

  @Test
  void criterionOpensWithTheKeyboardToItsEvidenceAndItsCalculation() {
    Page page = visit("p-1", 1);

    page.locator("#skills .sums").focus();
    page.keyboard().press("Enter");

    assertThat(page.locator("#skills"))
        .containsText("list of skills · experience 1: Java developer · technical test 1: Java");
    page.locator("#skills .calculation summary").press("Enter");
    assertThat(page.locator("#skills .tree")).containsText("Coverage of the required skills");
    assertThat(page.locator("#progression")).containsText("neutral value");
  }

  @Test
  void evidenceSaysWhenTestsAndExperiencesWere() {
    Page page = visit("p-1", 1);

    page.locator(".expand").click();

    assertThat(page.locator("#experience")).containsText("Apr 2019 – Jan 2022");
    assertThat(page.locator("#recruiterFeedback")).containsText("1 Mar 2026");
    assertThat(page.locator("#recruiterFeedback")).containsText("81.50");
    assertThat(page.locator("main")).not().containsText("Hesitant");
  }

  @Test
  void wholeTreeOpensAndCloses() {
    Page page = visit("p-1", 1);
    Locator open = page.locator(".explanation details[open]");

    page.locator(".expand").click();
    assertThat(page.locator(".explanation details:not([open])")).hasCount(0);
    page.locator(".expand").click();

    assertThat(open).hasCount(0);
    assertThat(page.locator(".expand")).hasText("Expand all");
  }

  @Test
  void matchingLeadsAlongTheListAndToTheCandidate() {
    Page page = visit("p-1", 1);

    assertThat(page.locator("[rel=prev]")).hasCount(0);
    page.locator("[rel=next]").click();
    assertThat(page.locator(".verdict")).containsText("rank 2");
    page.locator("[rel=prev]").click();
    assertThat(page.locator(".verdict")).containsText("rank 1");
    page.getByText("Whole profile").click();

    assertThat(page).hasURL(Pattern.compile("/candidates/c-1$"));
  }

  @Test
  void statusIsMovedOnThePageAndTheHistorySaysSo() {
    Page page = visit("p-1", 2);

    page.locator(".control [value=CONTACTED]").click();
    assertThat(page.locator(".control .state .tag")).hasText("Contacted");
    page.reload();

    assertThat(page.locator(".history li"))
        .containsText(Pattern.compile("Pending.*Contacted", Pattern.DOTALL));
  }

  @Test
  void whoIsViewedFirstIsRejectedOnTheSamePage() throws Exception {
    service.send("POST", "/api/matching", JSON, "{\"jobPostingId\":\"p-4\"}");
    Page page = visit("p-4", 1);
    page.locator("#skills .sums").click();

    page.locator(".control [value=VIEWED]").press("Enter");
    assertThat(page.locator(".history li")).hasCount(1);
    assertThat(page.locator(".history li")).containsText("Viewed");
    assertThat(page.locator("#announced")).containsText("is now: Viewed");
    assertThat(page.locator(".control button").first()).isFocused();
    assertThat(page.locator("#skills > details")).hasAttribute("open", "");
    page.locator("[data-reject]").press("Enter");
    page.locator("#reject").getByLabel("Others fit better").check();
    page.locator("#reject [value=REJECTED]").click();

    assertThat(page.locator(".control .state .tag")).hasText("Rejected");
    assertThat(page.locator(".history li")).hasCount(2);
    assertThat(page).hasURL(Pattern.compile("/matchings/[0-9a-f-]+$"));
    page.locator(".control .undo button").click();
    assertThat(page.locator(".said")).containsText("Taken back.");
  }

  @Test
  void candidateWhoWasChangedIsNotExplained() {
    String path = "/matchings/" + matching("p-5", 1);
    service
        .part(JdbcClient.class)
        .sql(
            """
            UPDATE candidate SET document = :document::json, revision = nextval('revision')
            WHERE id = 'c-6'
            """)
        .param("document", "{\"id\":\"c-6\",\"domains\":[\"law\"],\"skills\":[\"law\"]}")
        .update();

    Page page = BROWSER.visit(service.url(path), "en-GB");

    assertThat(page.locator("main")).containsText("The explanation is not available");
    assertThat(page.locator(".bars li")).hasCount(8);
  }

  @Test
  void pageIsFitToBeSeen() {
    String first = service.url("/matchings/" + matching("p-1", 1));
    PageAudit.look(BROWSER, first, "matching");
    PageAudit.look(BROWSER, first, "matching-open", page -> page.locator(".expand").click());
  }
}
