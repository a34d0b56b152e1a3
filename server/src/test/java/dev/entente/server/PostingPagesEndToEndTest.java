package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.entente.server.PageParts.button;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Job postings as a recruiter finds them, in a browser.
class PostingPagesEndToEndTest {
  private static final String ENGLISH = "en-GB";
  private static final String FRENCH = "fr-FR";

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  private TestService service;

  @BeforeEach
  void empty() {
    service = TestService.shared();
  }

  private Page visit(String path) {
    return BROWSER.visit(service.url(path), ENGLISH);
  }

  private static Locator rows(Page page) {
    return page.locator("tbody tr");
  }

  @Test
  void listSaysOfEachPostingHowItIs() {
    SomePostings.store(service);
    Page page = visit("/");

    assertThat(rows(page).first())
        .containsText(Pattern.compile("acme\\s+Fixed-term\\s+active\\s+1 of 1 eligible\\s+"));
    assertThat(rows(page).last()).containsText("not active");
    assertThat(rows(page).last()).containsText("never");
    assertThat(page.locator(".strip")).containsText("No run yet.");

    service.api().run();
    page.reload();
    assertThat(page.locator(".strip")).containsText("1 of 1 list written");
    page.locator(".strip a").click();
    assertThat(page).hasURL(Pattern.compile("/runs/[0-9a-f-]+$"));
  }

  @Test
  void searchIsLiveAndStandsInTheAddress() {
    SomePostings.store(service);
    service
        .api()
        .put("/api/postings/p-3", aPosting("p-3").json().replace("Java developer", "Développeur"));
    Page page = visit("/");

    page.getByLabel("Words of the title").pressSequentially("DEVELOPPEUR");

    assertThat(rows(page)).hasCount(1);
    assertThat(page).hasURL(service.url("/?q=DEVELOPPEUR"));
    assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1 job posting");
    page.getByLabel("State").selectOption("not active");
    assertThat(page.locator("#found")).containsText("Nothing found");
    assertThat(page).hasURL(service.url("/?q=DEVELOPPEUR&state=inactive"));
    page.goBack();
    assertThat(rows(page)).hasCount(1);
    assertThat(page.getByLabel("State")).hasValue("");
    page.locator(".found a").click();
    assertThat(rows(page)).hasCount(3);
  }

  @Test
  void plainFormAndHeadsOfColumnsDoWithoutScripts() {
    SomePostings.store(service);
    var plain = new NewContextOptions().setLocale(FRENCH).setJavaScriptEnabled(false);
    Page page = BROWSER.person(plain).newPage();
    page.navigate(service.url("/"));

    page.getByLabel("Mots de l’intitulé").fill("java");
    page.getByLabel("Liste", new Page.GetByLabelOptions().setExact(true)).selectOption("few");
    button(page, "Afficher").click();
    assertThat(rows(page)).hasCount(1);
    page.locator("thead a", new Page.LocatorOptions().setHasText("Meilleur score")).click();

    assertThat(page.locator("[aria-sort=descending]")).hasText("Meilleur score");
    assertThat(page).hasURL(service.url("/?q=java&list=few&sort=-best"));
    page.locator("thead a", new Page.LocatorOptions().setHasText("Meilleur score")).click();
    assertThat(page).hasURL(service.url("/?q=java&list=few&sort=best"));
  }

  @Test
  void listOfNothingIsFitToBeSeen() {
    PageAudit.look(BROWSER, service.url("/"), "postings-empty");
    assertThat(visit("/").locator("main")).containsText("Nothing stored yet");
  }

  @Test
  void listIsFitToBeSeen() {
    SomePostings.store(service);
    SomePostings.storeLong(service);

    PageAudit.look(BROWSER, service.url("/"), "postings");
    PageAudit.look(BROWSER, service.url("/?q=nothing&state=active"), "postings-nothing");
  }
}
