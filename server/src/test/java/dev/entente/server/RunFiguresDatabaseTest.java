package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Figures of runs over time.
class RunFiguresDatabaseTest {
  private final TestService service = TestService.shared();
  private final Api api = service.api();

  private void add(String kind, String status, String requested, String started, String finished) {
    String error = status.equals("COMPLETED") ? "NULL" : "'x'";
    int postings = status.equals("COMPLETED") ? 60 : 0;
    service
        .database()
        .sql(
            """
            INSERT INTO generation_run (id, kind, status, started_by, requested_at, started_at,
                finished_at, as_of, feedback_mean, training_mean, weights, engine_version, alias_version,
                candidates, postings_total, postings_written, matchings, error)
            VALUES (gen_random_uuid(), '%s', '%s', 'SCHEDULE', '%s', '%4$s', '%5$s', '%4$s', 0, 0, '{}',
                '1', 'x', 1000, %6$d, %6$d, 70, %7$s)
            """
                .formatted(kind, status, requested, started, finished, postings, error))
        .update();
  }

  @Test
  void daysAndTotalAddUpRuns() {
    add(
        "ALL",
        "COMPLETED",
        "2026-11-22T23:59:59Z",
        "2026-11-22T23:59:59.5Z",
        "2026-11-23T00:00:09.5Z");
    add(
        "ALL",
        "COMPLETED",
        "2026-11-23T00:00:00Z",
        "2026-11-23T00:00:00.1Z",
        "2026-11-23T00:00:20.1Z");
    add("ALL", "FAILED", "2026-11-23T01:00:00Z", "2026-11-23T01:00:00.3Z", "2026-11-23T02:00:00Z");
    add(
        "ALL",
        "CANCELLED",
        "2026-11-23T03:00:00Z",
        "2026-11-23T03:00:00.2Z",
        "2026-11-23T04:00:00Z");
    add(
        "SOME",
        "COMPLETED",
        "2026-11-23T05:00:00Z",
        "2026-11-23T05:00:00Z",
        "2026-11-23T05:00:01Z");
    add("ALL", "COMPLETED", "2026-11-20T00:00:00Z", "2026-11-20T00:00:00Z", "2026-11-20T00:00:01Z");

    JsonNode figures = api.get("/api/runs/figures?days=3&kind=ALL").json();

    assertThat(figures.get("days").valueStream().map(day -> day.get("day").stringValue()))
        .containsExactly("2026-11-21", "2026-11-22", "2026-11-23");
    assertThat(figures.get("days").get(0).get("figures").toString())
        .isEqualTo(
            "{\"runs\":0,\"completed\":0,\"failed\":0,\"cancelled\":0,\"successRate\":null,"
                + "\"duration\":{\"median\":null,\"longest\":null},"
                + "\"queueDelay\":{\"median\":null,\"longest\":null},"
                + "\"scanned\":0,\"written\":0,\"matchings\":0}");
    assertThat(figures.get("days").get(2).get("figures").toString())
        .isEqualTo(
            "{\"runs\":3,\"completed\":1,\"failed\":1,\"cancelled\":1,\"successRate\":50.0,"
                + "\"duration\":{\"median\":20000,\"longest\":20000},"
                + "\"queueDelay\":{\"median\":200,\"longest\":300},"
                + "\"scanned\":60000,\"written\":60,\"matchings\":210}");
    assertThat(figures.get("total").toString())
        .isEqualTo(
            "{\"runs\":4,\"completed\":2,\"failed\":1,\"cancelled\":1,\"successRate\":66.67,"
                + "\"duration\":{\"median\":15000,\"longest\":20000},"
                + "\"queueDelay\":{\"median\":250,\"longest\":500},"
                + "\"scanned\":120000,\"written\":120,\"matchings\":280}");
    assertThat(api.get("/api/runs/figures").json().get("total").get("runs").intValue())
        .isEqualTo(6);
    assertThat(api.get("/api/runs/figures").json().get("days")).hasSize(90);
  }
}
