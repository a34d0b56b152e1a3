package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.entente.server.PageParts.button;
import static dev.entente.server.PageParts.heading;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The form of a job posting as a recruiter writes and changes one, in a browser.
class PostingFormEndToEndTest {
  private static final String ENGLISH = "en-GB";
  private static final String FRENCH = "fr-FR";
  private static final String KEPT =
      "{\"skills\":2500,\"domains\":2000,\"experience\":1500,\"recruiterFeedback\":1500,"
          + "\"training\":1000,\"progression\":800,\"badges\":400,\"relevance\":300}";

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  private TestService service;

  @BeforeEach
  void empty() {
    service = TestService.shared();
  }

  private Page visit(String path) {
    return BROWSER.visit(service.url(path), ENGLISH);
  }

  private static Locator chips(Page page, String field) {
    return page.locator("#" + field + "-chips .chip");
  }

  @Test
  void postingIsWrittenWithTheKeyboardAlone() {
    SomePostings.store(service);
    Page page = visit("/");
    page.locator("a[href='/postings/new']").first().focus();
    page.keyboard().press("Enter");
    assertThat(heading(page)).hasText("New posting");

    page.getByLabel("Title").focus();
    page.keyboard().type("Platform engineer É");
    page.keyboard().press("Tab");
    page.keyboard().type("acme");
    assertThat(page.locator("#id")).hasValue("platform-engineer-e");
    page.locator("#domains").focus();
    page.keyboard().type("Back-end,");
    assertThat(chips(page, "domains")).hasText(Pattern.compile("Back-end\\s*→ backend"));
    page.keyboard().press("Tab");
    page.locator("#skills").focus();
    page.keyboard().type("k8");
    Locator options = page.locator("#skills-options [role=option]");
    assertThat(options.first()).containsText("kubernetes");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#skills")).hasAttribute("aria-activedescendant", "skills-options-0");
    page.keyboard().press("Enter");
    assertThat(chips(page, "skills")).hasText("kubernetes");
    assertThat(page.locator("#preview")).containsText("1 candidate is eligible.");
    page.keyboard().type("Zymurgy");
    page.keyboard().press("Enter");
    assertThat(chips(page, "skills").last()).containsText("not in the table");
    page.keyboard().press("Backspace");
    assertThat(chips(page, "skills")).hasCount(1);
    page.locator("#title").focus();
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The posting is stored.");
    assertThat(heading(page)).hasText("Platform engineer É");
    assertThat(service.api().get("/api/postings/platform-engineer-e").body())
        .isEqualTo(
            "{\"id\":\"platform-engineer-e\",\"companyId\":\"acme\",\"title\":\"Platform engineer É\","
                + "\"domains\":[\"Back-end\"],\"skills\":[\"kubernetes\"]}");
  }

  @Test
  void previewFollowsWhatIsTypedAndStoresNothing() {
    SomePostings.store(service);
    String before = service.api().get("/api/postings/p-1").body();
    Page page = visit("/postings/p-1/edit");
    Locator preview = page.locator("#preview");
    assertThat(preview).containsText("1 candidate is eligible.");
    assertThat(preview.locator(".best li")).containsText("Ada");

    page.locator("#domains").pressSequentially("law,");
    assertThat(preview).containsText("2 candidates are eligible.");
    assertThat(preview).containsText("1 candidate has none of the required skills");
    page.locator("#skills-chips button").click();

    assertThat(preview).containsText("Name a domain and a required skill");
    assertThat(service.api().get("/api/postings/p-1").body()).isEqualTo(before);
  }

  @Test
  void namesThatCannotBeReadStayInSight() {
    SomePostings.store(service);
    Page page = visit("/postings/p-1/edit");
    page.route("**/postings/names", Route::abort);

    page.locator("#domains").pressSequentially("law,");

    assertThat(chips(page, "domains").last()).hasText("law×");
    assertThat(page.locator("#toasts .toast.error")).isVisible();
    assertThat(page.locator("input[name=domains]")).hasValue("backend, law");
  }

  @Test
  void nameThatIsBeingReadOutlivesTheRemovalOfAnother() {
    SomePostings.store(service);
    Page page = visit("/postings/p-1/edit");
    List<Route> held = new ArrayList<>();
    page.route("**/postings/names", held::add);
    page.locator("#domains").pressSequentially("law,");

    chips(page, "domains").first().locator("button").click();

    assertThat(chips(page, "domains")).hasText("law×");
    page.waitForCondition(() -> held.size() == 2);
    held.getLast().resume();
    assertThat(chips(page, "domains")).hasText("law");
    assertThat(page.locator("input[name=domains]")).hasValue("law");
  }

  @Test
  void suggestionsCloseWithEscapeAndWhatWasTypedIsNotLost() {
    SomePostings.store(service);
    Page page = visit("/postings/p-1/edit");
    Locator skills = page.locator("#skills");

    skills.pressSequentially("pyth");
    assertThat(page.locator("#skills-options")).isVisible();
    assertThat(skills).hasAttribute("aria-expanded", "true");
    page.keyboard().press("Escape");
    assertThat(page.locator("#skills-options")).isHidden();
    assertThat(skills).hasValue("pyth");
    page.keyboard().press("Tab");

    assertThat(chips(page, "skills")).hasCount(2);
    assertThat(chips(page, "skills").last()).containsText("pyth");
  }

  @Test
  void editKeepsWhatTheFormDoesNotShow() {
    String json =
        aPosting("p")
            .with("weights", KEPT)
            .with("contractType", "\"OURS\"")
            .with("attributes", "{\"rate\":1.50}")
            .json();
    service.api().put("/api/postings/p", json);
    Page page = visit("/postings/p/edit");

    assertThat(page.locator("form .facts")).containsText("25%");
    page.getByLabel("Title").fill("Java architect");
    button(page, "Save").click();

    assertThat(heading(page)).hasText("Java architect");
    assertThat(service.api().get("/api/postings/p").body())
        .isEqualTo(json.replace("Java developer", "Java architect"));
  }

  @Test
  void secondOfTwoEditorsIsToldAndDecides() {
    SomePostings.store(service);
    Page page = visit("/postings/p-1/edit");
    service.api().put("/api/postings/p-1", aPosting("p-1").asking("Kotlin").json());
    page.getByLabel("Title").fill("Mine");

    button(page, "Save").click();

    Locator stale = page.locator("#stale");
    assertThat(stale).isFocused();
    assertThat(stale).containsText("Kotlin");
    assertThat(page.getByLabel("Title")).hasValue("Mine");
    assertThat(service.api().get("/api/postings/p-1").body()).contains("Kotlin");
    button(page, "Store mine over it").click();
    assertThat(heading(page)).hasText("Mine");
    assertThat(service.api().get("/api/postings/p-1").body())
        .contains("Mine")
        .doesNotContain("Kotlin");
  }

  @Test
  void erasedPostingIsNotLostToWhoEditsIt() {
    SomePostings.store(service);
    Page page = visit("/postings/p-1/edit");
    service.api().delete("/api/postings/p-1");

    button(page, "Save").click();

    assertThat(page.locator("main")).containsText("Somebody has erased this posting");
    button(page, "Create the posting").click();
    assertThat(heading(page)).hasText("Java developer");
  }

  @Test
  void wrongFieldsAreNamedAndNothingTypedIsLost() {
    SomePostings.store(service);
    Page page = BROWSER.visit(service.url("/postings/new"), FRENCH);
    page.getByLabel("Entreprise").fill("Société générale");
    page.locator("#skills").pressSequentially("Java,");
    page.getByLabel("Description").fill("<b>Gras</b>");

    button(page, "Créer l’offre").click();

    assertThat(page.locator("#title")).isFocused();
    assertThat(page.locator("#title-wrong")).hasText("Remplissez ce champ.");
    assertThat(page.locator("#companyId-wrong")).containsText("lettres sans accent");
    assertThat(page.locator("#domains-wrong")).containsText("au moins un");
    assertThat(page.locator("#wrong")).containsText("3 points");
    assertThat(page.getByLabel("Entreprise")).hasValue("Société générale");
    assertThat(page.getByLabel("Description")).hasValue("<b>Gras</b>");
    assertThat(chips(page, "skills")).containsText("Java");
    page.locator("#wrong a", new Page.LocatorOptions().setHasText("Domaines")).click();
    assertThat(page.locator("#domains")).isFocused();
  }

  @Test
  void idThatIsTakenIsRefusedAndAnotherProposed() {
    service.api().put("/api/postings/java-developer", aPosting("java-developer").json());
    Page page = visit("/postings/new");
    page.getByLabel("Title").fill("Java developer");
    assertThat(page.locator("#id")).hasValue("java-developer-2");

    page.locator("#id").fill("java-developer");
    page.getByLabel("Company").fill("acme");
    page.getByLabel("Active").uncheck();
    button(page, "Create the posting").click();
    assertThat(page.locator("#id-wrong"))
        .containsText("There is a posting with the id java-developer");
    page.locator("#id").fill("new");
    button(page, "Create the posting").click();

    assertThat(page.locator("#id-wrong")).containsText("Choose another one");
    assertThat(service.api().get("/api/postings/new").status()).isEqualTo(404);
  }

  @Test
  void formDoesWithoutScripts() {
    SomePostings.store(service);
    var plain = new NewContextOptions().setLocale(ENGLISH).setJavaScriptEnabled(false);
    Page page = BROWSER.person(plain).newPage();
    page.navigate(service.url("/postings/new"));
    page.getByLabel("Title").fill("Plain");
    page.getByLabel("Company").fill("acme");
    page.locator("#domains").fill("Back-end, Data");
    page.locator("#skills").fill("Java, \"C, the language\"");

    button(page, "Create the posting").click();

    assertThat(heading(page)).hasText("Plain");
    assertThat(service.api().get("/api/postings/plain").body())
        .contains("[\"Back-end\",\"Data\"]", "[\"Java\",\"C, the language\"]");
  }

  @Test
  void addressesOfTheFormAreIdsToo() {
    service.api().put("/api/postings/names", aPosting("names").json());
    service.api().put("/api/postings/new", aPosting("new").json());

    assertThat(heading(visit("/postings/names"))).hasText("Java developer");
    assertThat(heading(visit("/postings/new"))).hasText("New posting");
    assertThat(heading(visit("/postings/new/edit"))).hasText("Edit the posting");
  }

  @Test
  void formIsFitToBeSeen() {
    SomePostings.store(service);

    PageAudit.look(BROWSER, service.url("/postings/new"), "posting-new");
    PageAudit.look(
        BROWSER,
        service.url("/postings/p-1/edit"),
        "posting-edit",
        page -> {
          page.locator("#skills").pressSequentially("K8s,Zymurgy,pyth");
          assertThat(page.locator("#skills-options")).isVisible();
          assertThat(page.locator("#preview")).containsText(Pattern.compile("[eé]ligible"));
        });
  }

  @Test
  void refusedFormIsFitToBeSeen() {
    String path = SomePostings.storeLong(service);

    PageAudit.look(
        BROWSER,
        service.url("/postings/new"),
        "posting-wrong",
        page -> {
          page.locator("#posting [type=submit]").click();
          assertThat(page.locator("#wrong")).isVisible();
        });
    PageAudit.look(
        BROWSER,
        service.url(path + "/edit"),
        "posting-stale",
        page -> {
          service.api().put("/api" + path, aPosting("long").asking("Go" + page.hashCode()).json());
          page.locator("#posting [type=submit]").click();
          assertThat(page.locator("#stale")).isVisible();
        });
  }
}
