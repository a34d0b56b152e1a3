package dev.entente.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.entente.server.PageParts.heading;
import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.entente.server.runs.NightSchedule;
import dev.entente.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The pages of runs as an operator sees them, in a browser.
@Timeout(120)
class RunPagesEndToEndTest {
  private static final String HOLD = "SELECT FROM ranking WHERE job_posting_id = 'p-1' FOR UPDATE";

  private static final double PATIENCE = 20_000;
  private static final Pattern SECONDS = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");

  @RegisterExtension static final TestBrowser BROWSER = new TestBrowser();

  private static TestService service;
  private static Api api;

  @BeforeAll
  static void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    service = TestService.open(new SettableClock(TestService.NOW), NightSchedule.USUAL);
    api = service.api();
    PageAudit.look(BROWSER, service.url("/runs"), "runs-empty");
    IntStream.range(0, 6).forEach(i -> api.store(aCandidate("c-" + i).tested(50 + i)));
    api.store(aPosting("p-1"));
    api.store(aPosting("p-2").asking("Cobol"));
    service.settle();
    seed();
    api.run();
  }

  /// 120 nights before today, of every kind, and runs over some postings.
  private static void seed() {
    service
        .database()
        .sql(
            """
            INSERT INTO generation_run (id, kind, status, started_by, requested_at, started_at,
                finished_at, as_of, feedback_mean, training_mean, weights, engine_version,
                alias_version, candidates, postings_total, postings_written, postings_failed,
                matchings, load_millis, rank_millis, write_millis, error)
            SELECT gen_random_uuid(), CASE WHEN part = 0 THEN 'ALL' ELSE 'SOME' END,
                CASE WHEN day % 23 = 5 THEN 'FAILED' ELSE 'COMPLETED' END, 'SCHEDULE', begin,
                begin + interval '180 ms', begin + make_interval(secs => 20 + day % 9), begin, 1, 1,
                '{"skills":10000}', '1', 'x', 1500, 60,
                CASE WHEN day % 23 = 5 THEN 0 WHEN day % 19 = 3 THEN 57 ELSE 60 END,
                CASE WHEN day % 19 = 3 THEN 3 ELSE 0 END, 2900, 2000, 15000, 4000,
                CASE WHEN day % 23 = 5 THEN 'the database was away: ' || repeat('x', 300) END
            FROM generate_series(1, 120) AS day, generate_series(0, 1) AS part,
              LATERAL (SELECT :now::timestamptz - make_interval(days => day, hours => -part) AS begin)
            WHERE day NOT IN (12, 31, 32)
            """)
        .param("now", TestService.NOW.toString())
        .update();
    service.database().sql("UPDATE night_expectation SET since = '2026-01-01Z'").update();
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

  private static String path(JsonNode run) {
    return "/runs/" + run.get("id").stringValue();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator status(Page page) {
    return page.locator(".head .tag").first();
  }

  @Test
  void nightIsToldWithItsChartAndTheSameAsATable() {
    Page page = visit("/runs");

    assertThat(page.locator(".night h2")).hasText("Went well");
    assertThat(page.locator(".night .facts")).containsText("2 of 2");
    assertThat(page.locator(".next .when time")).hasAttribute("datetime", "2026-11-24T00:00:00Z");
    assertThat(page.locator("#chart canvas")).isVisible();
    page.getByText("The same as a table").click();
    Locator rows = page.locator("figure + details tbody tr");
    assertThat(rows.first())
        .containsText(Pattern.compile("23 Nov 2026\\s+completed\\s[^•]*2 of 2"));
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("in part")).first())
        .containsText("57 of 60");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("failed"))).not().hasCount(0);

    page.locator("#chart .u-over").hover();
    assertThat(page.locator("#point")).containsText(Pattern.compile("2026 · \\w+"));
  }

  @Test
  void historyIsFilteredAndPagedInItsAddress() {
    Page page = visit("/runs");
    assertThat(page.locator("#history .paging")).containsText("1–50 of ");

    page.getByLabel("Over").selectOption("SOME");
    page.getByLabel("Status").selectOption("FAILED");
    button(page, "Show").click();

    assertThat(page).hasURL(Pattern.compile("status=FAILED&kind=SOME"));
    assertThat(page.locator("#history tbody tr")).hasCount(6);
    page.navigate(service.url("/runs?kind=SOME"));
    page.locator("#history [rel=next]").click();
    assertThat(page).hasURL(Pattern.compile("kind=SOME&page=2#history$"));
    assertThat(page.locator("#history .paging")).containsText("51–100 of ");
    page.navigate(service.url("/runs?status=QUEUED&kind=SOME"));
    assertThat(page.locator("#history")).containsText("No run is like that.");
  }

  @Test
  void runIsSeenFromItsStartToItsEndWithoutAReload() throws Exception {
    Page page = visit("/runs");
    Page run;
    try (Held _ = Held.by(service, HOLD)) {
      button(page, "Start a run now").click();
      assertThat(heading(page)).containsText("Run of");
      run = page;
      assertThat(run.locator(".live .phase")).hasText("ranking and writing lists");
      assertThat(run.locator("progress")).hasAttribute("max", "2");
      run.evaluate("window.isTheSame = true");

      Page list = visit("/runs");
      assertThat(list.locator(".live .written")).hasText(Pattern.compile("[01] of 2"));
      button(list, "Start a run now").click();
      assertThat(heading(list)).hasText("A run goes on already");
      list.getByText("Open the run that goes on").click();
      assertThat(list).hasURL(run.url());
      PageAudit.look(BROWSER, run.url(), "run-going");
      PageAudit.look(BROWSER, service.url("/runs"), "runs-going");
    }

    assertThat(status(run)).hasText("Completed");
    assertThat(run.locator(".live")).hasCount(0);
    assertThat(run.locator("#steps tbody tr")).not().hasCount(0);
    assertThat(run.evaluate("window.isTheSame")).isEqualTo(true);
  }

  @Test
  void lostConnectionIsShownAndComesBackByItself() throws Exception {
    Page page = BROWSER.visit(service.url("/runs"), "fr-FR");
    try (Held _ = Held.by(service, HOLD)) {
      JsonNode run = api.post("/api/runs").json();
      page.route("**/events", route -> route.abort());
      page.navigate(service.url(path(run)));
      assertThat(page.locator(".live .lost")).containsText("La connexion est perdue.");

      page.unroute("**/events");

      assertThat(page.locator(".live p.lost")).isHidden();
    }
    assertThat(status(page)).hasText("Terminée");
  }

  /// Asks for a run whose first attempt fails; the next one waits for the clock.
  private static JsonNode broken() {
    service
        .database()
        .sql(
            """
            ALTER TABLE generation_posting ADD CONSTRAINT no_room CHECK (rank_micros < 0) NOT VALID
            """)
        .update();
    JsonNode run = api.post("/api/runs").json();
    Api.until(() -> api.get("/api" + path(run)).body().contains("no_room"));
    service.database().sql("ALTER TABLE generation_posting DROP CONSTRAINT no_room").update();
    return run;
  }

  @Test
  void runIsCancelledWhenThatIsConfirmedAndDoneAgainFromAStep() {
    Page page = visit(path(broken()));
    page.getByText("Cancel…").click();

    button(page, "Cancel the run").click();

    assertThat(status(page)).hasText("Cancelled");
    assertThat(page.locator(".notice").first()).hasText("Cancelled by a person.");
    service.settle();
    String address = page.url();

    page.getByText("Run again from…").click();
    page.getByLabel("From which step on?").selectOption("chunk-0");
    button(page, "Run again from there").click();

    assertThat(page).hasURL(address);
    assertThat(status(page)).hasText("Completed");
    button(page, "Run again").first().click();
    assertThat(page).not().hasURL(address);
    assertThat(status(page)).hasText("Completed");
    Page again = visit(address.substring(service.url("").length()));
    assertThat(again.getByText("Run again from…")).hasCount(0); // a later one is completed
  }

  @Test
  void attemptsThatFailAreShownWithTheirErrorsAndLinesAreFound() {
    JsonNode run = broken();
    service.clock.advance(Duration.ofHours(1));
    Api.until(() -> !api.get("/api" + path(run)).json().get("finishedAt").isNull());
    service
        .database()
        .sql(
            """
            INSERT INTO durable.log_line (run_id, hash, attempt, logged_at, level, logger, message)
            SELECT engine_run, '', 0, now(), CASE WHEN line % 500 = 0 THEN 'ERROR' ELSE 'INFO' END,
                'dev.entente.Some', 'line number ' || line
            FROM generation_run, generate_series(1, 2000) AS line WHERE id::text = :id
            """)
        .param("id", run.get("id").stringValue())
        .update();
    Page page = visit(path(run));

    assertThat(page.locator("#steps .failed-count")).hasText("(1 failed)");
    assertThat(page.locator(".errors .message").first()).containsText("no_room");
    page.locator(".errors summary").first().click();
    assertThat(page.locator(".errors .stack").first()).containsText("Caused by: ");
    assertThat(page.locator("#lines > li")).hasCount(201);
    page.getByText("More lines").click();
    assertThat(page.locator("#lines > li")).hasCount(401);

    page.getByLabel("Words").fill("NUMBER line 1500");
    button(page, "Search").click();
    assertThat(page.locator("#lines > li")).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("\\?q=NUMBER"));
    page.reload();
    assertThat(page.locator("#lines > li .level")).hasText("ERROR");
    page.getByLabel("Words").fill("nothing like it");
    page.keyboard().press("Enter");
    assertThat(page.locator("#log")).containsText("No line is like that.");
    assertThat(page.getByLabel("Words")).hasValue("nothing like it");
    PageAudit.look(
        BROWSER,
        service.url(path(run)),
        "run-errors",
        one -> one.locator(".errors summary").first().click());
  }

  @Test
  void nightIsPausedMissedAndResumed() {
    try (TestService own =
        TestService.open(new SettableClock(TestService.NOW), NightSchedule.USUAL)) {
      Page page = BROWSER.visit(own.url("/runs"), "en-GB");
      assertThat(page.locator(".night h2")).hasText("Awaited");
      button(page, "Pause the nights").click();
      assertThat(page.locator(".next .tag")).hasText("Paused");
      own.clock.set(Instant.parse("2026-11-24T07:00:00Z"));
      page.reload();
      assertThat(page.locator(".night h2")).hasText("Missed");
      PageAudit.look(BROWSER, own.url("/runs"), "runs-missed");

      button(page, "Resume the nights").click();

      assertThat(page.locator(".next .when time")).hasAttribute("datetime", "2026-11-25T00:00:00Z");
      assertThat(button(page, "Pause the nights")).isVisible();
    }
  }

  /// A run whose steps the engine keeps no more, of 500 parts.
  private String forgotten() {
    String id =
        service
            .database()
            .sql(
                """
                UPDATE generation_run SET engine_run = 'forgotten'
                WHERE id = (SELECT id FROM generation_run WHERE kind = 'ALL' AND postings_failed > 0
                  ORDER BY requested_at DESC LIMIT 1)
                RETURNING id::text
                """)
            .query(String.class)
            .single();
    service
        .database()
        .sql(
            """
            INSERT INTO generation_chunk (run_id, number, job_posting_ids, status, attempt, instance,
                started_at, finished_at, written, error)
            SELECT id, part, ARRAY ['p-' || part], CASE WHEN part = 77 THEN 'FAILED' ELSE 'DONE' END,
                1, '17-ab', started_at + make_interval(secs => part / 25.0),
                started_at + make_interval(secs => part / 25.0 + 0.1 + part % 7), 1,
                CASE WHEN part = 77 THEN 'no room' END
            FROM generation_run, generate_series(0, 499) AS part WHERE id::text = :id
            """)
        .param("id", id)
        .update();
    service
        .database()
        .sql(
            """
            INSERT INTO generation_failure (run_id, job_posting_id, reason)
            SELECT :id::uuid, 'p-' || number, 'the posting breaks a rule: ' || repeat('y', 200)
            FROM generate_series(1, 30) AS number
            """)
        .param("id", id)
        .update();
    return "/runs/" + id;
  }

  @Test
  void runThatTheEngineKeepsNoMoreShowsItsPartsTheSlowestAndTheFailedFirst() {
    String path = forgotten();
    Page page = visit(path);

    assertThat(page.locator("#steps")).containsText("The engine keeps its steps no more");
    assertThat(page.locator("#steps tbody tr")).hasCount(21);
    assertThat(page.locator("#steps")).containsText("Part 77");
    assertThat(page.locator("time[data-to=second]")).hasText(new Pattern[] {SECONDS, SECONDS});
    PageAudit.look(BROWSER, service.url(path), "run-forgotten");

    page.getByText("Show 479 more").click();

    assertThat(page.locator("#steps tbody tr")).hasCount(500);
    assertThat(page).hasURL(Pattern.compile("\\?steps=all$"));
  }

  @Test
  void strangersAndWrongFiltersAreRefusedWithAPage() {
    assertThat(heading(visit("/runs/none"))).hasText("There is no such run.");
    assertThat(heading(visit("/runs?status=GONE"))).not().hasText("Runs");
    assertThat(heading(visit("/runs/figures?days=0"))).not().hasText("Runs");
    Page page = visit("/runs?page=900");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#history tbody tr").first()).isVisible();
  }

  @Test
  void manyRunsAreFitToBeSeen() {
    PageAudit.look(
        BROWSER,
        service.url("/runs"),
        "runs-many",
        page -> page.locator("#chart canvas").waitFor());
  }
}
