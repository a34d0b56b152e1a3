package dev.entente.cli.client;

import static dev.entente.cli.client.PlayedService.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsCommandTest extends ServiceCase {
  @Test
  void runsStandInATable() {
    String going =
        run("RUNNING", 3).replace("\"2026-11-23T07:00:01.9Z\"", "null").replace("API", "SCHEDULE");
    String runs = "{\"runs\":[%s,%s]}".formatted(going, RUN.formatted("COMPLETED", 58, 2, ""));
    service.on("GET /api/runs?limit=2", json(200, runs));

    assertThat(command.run("runs", "--limit", "2")).isZero();

    assertThat(command.out())
        .isEqualTo(
            """
            started               status     by        postings  failed  matchings   time
            2026-11-23T07:00:00Z  RUNNING    SCHEDULE      3/60       0      2,871      -
            2026-11-23T07:00:00Z  COMPLETED  API          58/60       2      2,871  1.4 s
            """);
  }

  @Test
  void tableSpeaksFrench() {
    service.on("GET /api/runs?limit=20", json(200, "{\"runs\":[" + run("FAILED", 0) + "]}"));
    var french = french();

    assertThat(french.run("runs")).isZero();

    assertThat(french.out()).startsWith("début ").contains("correspondances  durée\n", "1,4 s\n");
  }

  @Test
  void serviceWithoutRunsSaysHowToStartOne() {
    service.on("GET /api/runs?limit=20", json(200, "{\"runs\":[]}"));

    assertThat(command.run("runs")).isZero();

    assertThat(command.out()).isEqualTo("no run yet; start one with ./entente run\n");
  }

  @Test
  void limitBelowOneIsWrongUsage() {
    assertThat(command.run("runs", "--limit", "0")).isEqualTo(2);
    assertThat(command.run("runs", "--limit", "many")).isEqualTo(2);

    assertThat(command.err()).contains("--limit must be at least 1, got: 0\n", "--limit many");
    assertThat(service.asked()).isEmpty();
  }
}
