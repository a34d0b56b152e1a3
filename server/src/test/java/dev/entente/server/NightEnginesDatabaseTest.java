package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.demo.DemoPool;
import dev.entente.server.runs.NightSchedule;
import dev.entente.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// The night is the same, whichever engine runs it: that of the process, or one that calls the
/// signed endpoint from outside.
@Timeout(60)
class NightEnginesDatabaseTest {
  private static final SettableClock CLOCK =
      new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));

  private static final int CANDIDATES = 200;

  private static ServingEngine engine;
  private static TestService served;

  private static Demo outside;

  /// A part of the demo, as a service has ranked it.
  private record Demo(JsonNode run, StoredLists lists) {
    private static Demo of(TestService service) {
      DemoPool pool = DemoPool.of(1, service.clock.instant());
      String candidates = String.join("\n", pool.candidates().subList(0, CANDIDATES));
      Api api = service.api();
      api.post("/api/import/candidates", "application/x-ndjson", candidates);
      api.post("/api/import/postings", "application/x-ndjson", String.join("\n", pool.postings()));
      service.settle();
      JsonNode run = api.run();
      return new Demo(run, StoredLists.of(service.database()));
    }
  }

  @BeforeAll
  static void start() throws Exception {
    engine = new ServingEngine(TestService.newDatabase(), CLOCK);
    served = TestService.served(engine.settings(), CLOCK, NightSchedule.USUAL);
    engine.start(served.api().url());
    outside = Demo.of(served);
  }

  @AfterAll
  static void stop() {
    engine.close();
    served.close();
  }

  @Test
  void demoHasTheSameRowsOnBothEngines() {
    var then = new SettableClock(Instant.parse(outside.run().get("asOf").stringValue()));
    try (TestService embedded = TestService.open(then, NightSchedule.NONE)) {
      Demo inside = Demo.of(embedded);

      assertThat(inside.lists().lists()).isNotEmpty();
      assertThat(outside.lists()).isEqualTo(inside.lists());
      assertThat(outside.run().get("postings")).isEqualTo(inside.run().get("postings"));
      assertThat(outside.run().get("matchings")).isEqualTo(inside.run().get("matchings"));
      assertThat(List.of(hasAnEngine(embedded), hasAnEngine(served))).containsExactly(true, false);
    }
  }

  @Test
  void runThatIsAskedForGoesThroughTheEventEndpoint() {
    JsonNode run = served.api().run();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("startedBy").stringValue()).isEqualTo("API");
  }

  @Test
  void midnightComesFromTheEngineOutside() {
    int before = runs().size();
    CLOCK.set(Instant.parse("2026-11-23T00:00:00Z"));
    Api.until(Duration.ofMillis(50), () -> runs().size() == before + 1);
    Api.until(() -> isOver(runs().getFirst()));

    JsonNode night = runs().getFirst();
    assertThat(night.get("startedBy").stringValue()).isEqualTo("SCHEDULE");
    assertThat(night.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(night.get("requestedAt").stringValue()).isEqualTo("2026-11-23T00:00:00Z");
  }

  private static boolean isOver(JsonNode run) {
    return !run.get("finishedAt").isNull();
  }

  private static List<JsonNode> runs() {
    return List.copyOf(served.api().get("/api/runs?limit=1000").json().get("runs").values());
  }

  private static boolean hasAnEngine(TestService service) {
    return service
        .database()
        .sql("SELECT to_regclass('durable.run') IS NOT NULL")
        .query(Boolean.class)
        .single();
  }
}
