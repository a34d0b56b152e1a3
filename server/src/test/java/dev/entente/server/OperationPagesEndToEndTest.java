package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.entente.server.PageParts.button;
import static dev.entente.server.PageParts.heading;
import static dev.entente.server.PageParts.link;
import static dev.entente.testkit.PostingJson.aPosting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.entente.inngest.function.Event;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.runs.NightSchedule;
import dev.entente.testkit.SettableClock;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The pages of functions, events and the installation, in a browser.
class OperationPagesEndToEndTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String WEBHOOK = "http://127.0.0.1:1/hook/a-secret-of-a-path";
  private static final String WEBHOOK_SECRET = "whsec_" + "QUJD".repeat(10);
  private static final String KEY_OF_A_MODEL = "a-secret-key-of-a-model";

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  private static TestService service;

  @BeforeAll
  static void start() {
    service =
        TestService.set(
            Map.of(
                "ENTENTE_ALERT_WEBHOOK_URL", WEBHOOK,
                "ENTENTE_ALERT_WEBHOOK_SECRET", WEBHOOK_SECRET,
                "ENTENTE_REASONS_API_KEY", KEY_OF_A_MODEL,
                "ENTENTE_NIGHT_ZONE", "Europe/Paris",
                "ENTENTE_NIHGT_HOUR", "3"));
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

  private static Api.Answer get(String path) {
    return Api.send(
        service.api().request(path).header("Accept", "text/html").header("Accept-Language", "en"));
  }

  private static Api.Answer send(String name, String data) {
    String body =
        "name=" + URLEncoder.encode(name, UTF_8) + "&data=" + URLEncoder.encode(data, UTF_8);
    return service.api().post("/events", FORM, body);
  }

  private static long events() {
    return service
        .database()
        .sql("SELECT count(*) FROM durable.event WHERE NOT starts_with(name, 'inngest/')")
        .query(Long.class)
        .single();
  }

  @Test
  void functionIsPausedWithItsMeaningAndResumed() {
    PageAudit.look(BROWSER, service.url("/functions"), "functions");
    Page page = visit("/functions");
    Locator night = page.locator("tr", new Page.LocatorOptions().setHasText("every night"));
    assertThat(night).containsText("every day at 00:00, Europe/Paris");
    assertThat(night.locator("time")).not().hasCount(0);

    link(page, "Generate the matchings every night").click();
    assertThat(heading(page)).hasText("Generate the matchings every night");
    page.locator(".pausing summary").click();
    assertThat(page.locator(".pausing")).containsText("misses its night");
    button(page, "Pause it now").click();
    assertThat(page.locator(".notice")).containsText("nothing starts it");
    PageAudit.look(BROWSER, page.url(), "function-paused");
    assertThat(service.api().get("/api/functions").body()).contains("\"paused\":true");

    button(page, "Resume: Generate the matchings every night").click();
    assertThat(page.locator(".notice")).hasCount(0);
    assertThat(service.api().get("/api/functions").body()).doesNotContain("\"paused\":true");
  }

  @Test
  void functionThatOthersCallIsNotPaused() {
    Page page = visit("/functions/generate-matchings-chunk");

    assertThat(page.locator("main")).containsText("It cannot be paused");
    assertThat(page.locator("form")).hasCount(0);
    assertThat(service.api().post("/functions/generate-matchings-chunk/pause", FORM, "").status())
        .isEqualTo(409);
    assertThat(get("/functions/none").status()).isEqualTo(404);
  }

  @Test
  void failedRunTellsItsErrorAndUnfoldsItsSteps() {
    String event = service.part(FunctionEngine.class).send(Event.of("matching/postings.requested"));
    Page page = visit("/events/" + event);
    Api.until(
        () -> {
          page.reload();
          return page.locator(".runs .tag.failed").count() == 1;
        });

    assertThat(page.locator(".runs .error")).containsText("data.jobPostingIds names the postings");
    page.locator(".runs summary").click();
    assertThat(page.locator(".runs .run-steps li")).not().hasCount(0);
    PageAudit.look(
        BROWSER,
        service.url("/functions/generate-matchings-some"),
        "function-failed",
        seen -> {
          seen.locator(".runs summary").first().click();
          assertThat(seen.locator(".runs .run-steps li")).not().hasCount(0);
        });
    link(page, "Generate the matchings of some postings").click();
    assertThat(page.locator(".runs li")).not().hasCount(0);
    page.locator(".facts .tag.failed").waitFor();
  }

  @Test
  void runOfTheNightLeadsToItsLists() {
    service.api().store(aPosting("p-1"));
    service.api().run();

    Page page = visit("/functions/generate-matchings-daily");
    link(page, "The run of all lists").first().click();

    assertThat(page.url()).contains("/runs/");
  }

  @Test
  void hostileDataAreShownAsTheyAreOnTheirOwnPageAlone() {
    String hostile = "</pre><script>alert(1)</script><img src=x onerror=alert(1)>";
    Page page = visit("/events");
    page.locator("#send summary").click();
    page.locator("#event-name").fill("shop/<b>order</b>");
    page.locator("#event-data").fill("{\"person\": \"" + hostile + "\", \"n\": [1, 2.50]}");
    button(page, "Send").click();

    assertThat(heading(page)).hasText("shop/<b>order</b>");
    assertThat(page.locator(".notice.good")).containsText("It was sent");
    assertThat(page.locator("#json")).containsText(hostile);
    PageAudit.look(BROWSER, page.url(), "event-hostile");
    assertThat(get("/events").body()).contains("shop/&lt;b&gt;order").doesNotContain("onerror");
  }

  @Test
  void largeDataAreFolded() {
    String data = "{\"long\":\"" + "x".repeat(250_000) + "\"}";

    service.part(FunctionEngine.class).send("shop/large", data);
    Page page = visit("/events?name=shop/large");
    link(page, "shop/large").click();

    assertThat(page.locator("#json")).isHidden();
    page.locator("section details summary").last().click();
    assertThat(page.locator("#json")).isVisible();
  }

  @Test
  void wrongJsonIsToldWithItsPlaceAndNothingTypedIsLost() {
    long before = events();
    Page page = visit("/events");
    page.locator("#send summary").click();
    page.locator("#event-name").fill("shop/order");
    page.locator("#event-data").fill("{\n  \"a\": nix\n}");
    button(page, "Send").click();
    assertThat(page.locator("#event-data-error")).containsText("Line 2, column");

    Api.Answer answer = send("shop/order", "{\n  \"a\": nix\n}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Line 2, column")
        .contains("&quot;a&quot;: nix")
        .contains("shop/order");
    assertThat(send("shop/order", "[1]").body()).contains("It must be an object");
    assertThat(send("inngest/function.failed", "{}").body()).contains("engine’s own");
    assertThat(send("shop/order", "x".repeat(16_385)).body()).contains("16,384 characters");
    assertThat(send("", "{}").status()).isEqualTo(422);
    assertThat(send("shop/order", "{\"n\": 12345678901234567890123}").status()).isEqualTo(422);
    assertThat(events()).isEqualTo(before);
    PageAudit.look(
        BROWSER,
        service.url("/events"),
        "event-wrong",
        seen -> {
          seen.locator("#send summary").click();
          seen.locator("#event-name").fill("shop/order");
          seen.locator("#event-data").fill("{\n  nix\n}");
          seen.locator("#send button").click();
          assertThat(seen.locator("#event-data-error")).not().isEmpty();
        });
  }

  @Test
  void eventThatStartsWorkIsSentOnceItIsConfirmed() {
    long before = events();
    Page page = visit("/events");
    page.locator("#send summary").click();
    page.locator("#event-name").fill("matching/generation.requested");
    button(page, "Send").click();
    assertThat(page.locator("#send .notice")).containsText("Generate the matchings every night");
    assertThat(page.locator("#event-name")).hasValue("matching/generation.requested");
    assertThat(events()).isEqualTo(before);

    button(page, "Send it and start that").click();
    assertThat(heading(page)).hasText("matching/generation.requested");
    Api.until(
        () -> {
          page.reload();
          return page.locator(".runs li").count() == 1;
        });
  }

  @Test
  void eventsAreListedByPagesAndFound() {
    FunctionEngine engine = service.part(FunctionEngine.class);
    IntStream.range(0, 60).forEach(i -> engine.send(Event.of("many/sent", Map.of("i", i))));

    PageAudit.look(BROWSER, service.url("/events?name=many/sent"), "events-many");
    Page page = visit("/events?name=many/sent");
    assertThat(page.locator("tbody tr")).hasCount(50);
    link(page, "Older").click();
    assertThat(page.locator("tbody tr")).hasCount(10);
    assertThat(page.locator("#name")).hasValue("many/sent");
    link(page, "Newest").click();
    assertThat(page.locator("tbody tr")).hasCount(50);

    PageAudit.look(BROWSER, service.url("/events?name=no/such"), "events-none");
    assertThat(get("/events?from=2026-11-23&until=2026-11-23").body()).contains("many/sent");
    assertThat(get("/events?until=2026-11-22").body()).doesNotContain("/events/0");
    assertThat(get("/events?from=2026-13-01").status()).isEqualTo(400);
    assertThat(get("/events/01HNONE").status()).isEqualTo(404);
  }

  @Test
  void checksComeBehindThePageAndAgainOnRequest() {
    Page page = visit("/installation");
    assertThat(page.locator(".headline")).containsText("2 things are broken and 1 should");
    assertThat(page.locator(".findings > div").first()).containsText("Alerts");
    assertThat(page.locator(".findings")).containsText("ENTENTE_NIHGT_HOUR");
    assertThat(page.locator(".findings")).containsText("is UP");
    link(page, "Check again").click();
    assertThat(page.locator(".headline")).containsText("2 things are broken and 1 should");

    Locator zone = page.locator("tr", new Page.LocatorOptions().setHasText("ENTENTE_NIGHT_ZONE"));
    assertThat(zone).containsText("Europe/Paris environment");
    Locator secret =
        page.locator("tr", new Page.LocatorOptions().setHasText("ENTENTE_REASONS_API_KEY"));
    assertThat(secret).containsText("set, and secret environment");
    page.locator(".report summary").click();
    assertThat(page.locator("#report")).containsText("PostgreSQL: 18");
    PageAudit.look(
        BROWSER,
        service.url("/installation"),
        "installation",
        seen -> seen.locator(".headline").waitFor());
  }

  @Test
  void noSecretOfTheSettingsIsOnAPage() {
    String password = TestService.newDatabase().password().orElseThrow();
    for (String path : List.of("/installation/checks", "/installation", "/functions", "/events")) {
      for (String language : List.of("?lang=fr", "?lang=en")) {
        assertThat(get(path + language).body())
            .contains("<h1")
            .doesNotContain(
                WEBHOOK, "a-secret-of-a-path", WEBHOOK_SECRET, KEY_OF_A_MODEL, password);
      }
    }
  }

  @Test
  void inngestShowsWhatThesePagesWould() {
    try (TestService inngest =
        TestService.served(
            Map.of("INNGEST_DEV", "http://127.0.0.1:1"),
            new SettableClock(TestService.NOW),
            NightSchedule.NONE)) {
      PageAudit.look(BROWSER, inngest.url("/functions"), "functions-inngest");
      PageAudit.look(BROWSER, inngest.url("/events"), "events-inngest");
      Page page = BROWSER.visit(inngest.url("/functions/generate-matchings-daily"), "en-GB");

      assertThat(link(page, "Open Inngest’s dashboard"))
          .hasAttribute("href", "http://127.0.0.1:1/functions");
    }
  }
}
