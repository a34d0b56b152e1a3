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
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Reasons as a person reads them and says that they are wrong, in a browser.
class ReasonPagesEndToEndTest {
  private static final String ENGLISH = "en-GB";
  private static final String FRENCH = "fr-FR";
  private static final int PEOPLE = 50;

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  private static GeminiStandIn gemini;
  private static TestService explaining;

  @BeforeAll
  static void start() throws IOException {
    gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
    explaining = ModelService.start(gemini, Map.of());
    for (int i = 0; i < PEOPLE; i++) {
      explaining
          .api()
          .store(
              aCandidate("c-%02d".formatted(i))
                  .knowing("Java", "SQL")
                  .tested(IntStream.rangeClosed(0, i).toArray())); // never another's facts
    }
  }

  @AfterAll
  static void stop() {
    if (explaining != null) {
      explaining.close();
      gemini.close();
    }
  }

  /// The list of a new posting whose reasons a model has written, in English.
  private static String written(String posting) {
    explaining.api().store(aPosting(posting).asking("Java", "SQL", "Kafka"));
    explaining.settle();
    Api.until(
        () ->
            explaining
                    .database()
                    .sql(
                        """
                        SELECT count(*) FROM "CandidateMatching"
                        WHERE "jobPostingId" = :posting AND "aiReasonSource" = 'GEMINI'
                        """)
                    .param("posting", posting)
                    .query(Integer.class)
                    .single()
                == PEOPLE);
    return explaining.url("/postings/" + posting);
  }

  private static Locator first(Page page) {
    return page.locator(".candidates > li").first();
  }

  @Test
  void templateIsLabelledAndInTheReadersLanguage() {
    TestService service = TestService.shared();
    service.api().store(aCandidate("c").knowing("Java"));
    service.api().store(aPosting("p").asking("Java", "Kafka"));
    service.settle();

    Page english = BROWSER.visit(service.url("/postings/p"), ENGLISH);
    Page french = BROWSER.visit(service.url("/postings/p"), FRENCH);

    assertThat(first(english).locator(".reason p[lang=en]"))
        .containsText("The profile covers 1 of");
    assertThat(first(english)).containsText("Written from the facts");
    assertThat(first(french).locator(".reason p[lang=fr]")).containsText("Le profil couvre 1 des");
    assertThat(first(french)).containsText("Écrit à partir des faits");
    first(french).locator("h3 a").click();
    assertThat(french.locator(".reason p[lang=fr]")).containsText("Le profil couvre 1 des");
    assertThat(french.locator("main")).containsText("Aucune IA n’y a pris part.");
    assertThat(french.locator(".reason button")).hasCount(0);
  }

  @Test
  void templateWhoseFactsAreGoneStaysAsItWasWritten() {
    TestService service = TestService.shared();
    service.api().store(aCandidate("c").knowing("Java"));
    service.api().store(aPosting("p").asking("Java"));
    service.settle();
    service
        .database()
        .sql("UPDATE candidate SET document = :document::json, revision = nextval('revision')")
        .param("document", "{\"id\":\"c\",\"domains\":[\"law\"],\"skills\":[\"law\"]}")
        .update();

    Page page = BROWSER.visit(service.url("/postings/p"), FRENCH);

    assertThat(first(page).locator(".reason p[lang=en]")).containsText("The profile has the");
    assertThat(first(page)).containsText("Écrit à partir des faits");
  }

  @Test
  void modelsTextIsLabelledAndKeepsItsLanguage() {
    String list = written("labelled");

    Page english = BROWSER.visit(list, ENGLISH);
    Page french = BROWSER.visit(list, FRENCH);

    assertThat(first(english)).containsText(Pattern.compile("AI-written · gemini-"));
    assertThat(first(english).locator(".ai"))
        .hasAttribute("title", Pattern.compile("pseudonymous facts.*checked.*No model touches"));
    assertThat(first(french)).containsText(Pattern.compile("Rédigé par une IA · gemini-"));
    assertThat(french.locator(".reason p[lang=en]")).hasCount(PEOPLE);
    first(french).locator("h3 a").click();
    assertThat(french.locator(".ai")).containsText("Rédigé par une IA · gemini-");
    assertThat(french.locator(".reason p[lang=en]")).containsText("The candidate shows");
    assertThat(french.locator("main")).containsText("Aucun modèle n’intervient dans un score.");
  }

  @Test
  void wrongReasonGivesWayWhereOneIsWithoutAnyScript() {
    String list = written("wrong");
    var scriptless = new NewContextOptions().setLocale(ENGLISH).setJavaScriptEnabled(false);
    Page page = BROWSER.person(scriptless).newPage();
    page.navigate(list + "?sort=confidence");
    String id = page.locator(".candidates > li").nth(1).getAttribute("id");

    buttonThatBegins(page.locator(".candidates > li").nth(1), "This is wrong").click();

    assertThat(page)
        .hasURL(list + "?sort=confidence&flagged=" + id.replaceFirst("m-", "") + "#" + id);
    Locator row = page.locator("#" + id);
    assertThat(row.getByRole(AriaRole.STATUS)).containsText("have taken its place");
    assertThat(row).containsText("Written from the facts");
    assertThat(buttonThatBegins(row, "This is wrong")).hasCount(0);
    assertThat(page.locator(".reason").getByRole(AriaRole.STATUS)).hasCount(1);
    assertThat(page.locator(".candidates .ai")).hasCount(PEOPLE - 1);

    first(page).locator("h3 a").press("Enter"); // a mouse waits until the page has scrolled
    buttonThatBegins(page.locator("main"), "This is wrong").press("Enter");
    assertThat(page).hasURL(Pattern.compile("/matchings/[0-9a-f-]+\\?flagged="));
    assertThat(page.locator(".reason").getByRole(AriaRole.STATUS))
        .containsText("have taken its place");
    page.navigate(list);
    assertThat(page.locator(".candidates .ai")).hasCount(PEOPLE - 2);
    assertThat(page.locator(".reason").getByRole(AriaRole.STATUS)).hasCount(0);
  }

  @Test
  void whoFlagsBehindSomebodyElseFindsTheTemplate() {
    String list = written("twice");
    Page one = BROWSER.visit(list, ENGLISH);
    Page other = BROWSER.visit(list, FRENCH);
    int before = flagged();

    buttonThatBegins(first(one), "This is wrong").click();
    buttonThatBegins(first(other), "C’est faux").click();

    assertThat(first(other).getByRole(AriaRole.STATUS)).containsText("l’ont remplacé");
    assertThat(first(other).locator(".reason p[lang=fr]")).containsText("Le profil couvre 2 des");
    assertThat(flagged()).isEqualTo(before + 1);
  }

  private static int flagged() {
    return explaining
        .database()
        .sql("SELECT coalesce(sum(count), 0) FROM reason_count WHERE cause = 'FLAGGED'")
        .query(Integer.class)
        .single();
  }

  @Test
  void pageOfAnotherSiteFlagsNothing() {
    String list = written("foreign");
    Page page = BROWSER.visit(list, ENGLISH);
    String path = first(page).locator("form[action*=flag-reason]").getAttribute("action");

    APIResponse answer =
        page.request()
            .post(
                explaining.url(path),
                RequestOptions.create().setHeader("Origin", "https://example.org"));

    assertThat(answer.status()).isEqualTo(403);
    page.reload();
    assertThat(page.locator(".candidates .ai")).hasCount(PEOPLE);
  }

  @Test
  void unknownMatchingIsNotFlagged() {
    Page page = BROWSER.visit(written("unknown"), ENGLISH);

    APIResponse answer =
        page.request()
            .post(
                explaining.url("/matchings/x/flag-reason"),
                RequestOptions.create().setHeader("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("There is no such matching.", "All job postings");
  }

  @Test
  void listWithReasonsFitsOnAPhone() {
    Page page = BROWSER.visit(written("phone"), FRENCH);
    String matching = explaining.url(first(page).locator("h3 a").getAttribute("href"));
    page.setViewportSize(360, 740);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);

    page.navigate(matching);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
  }
}
