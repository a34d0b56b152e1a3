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
  void oneRunIsToldWithAllThatSomebodyMayWantToLookAt() {
    String report =
        RUN.formatted("COMPLETED", 58, 2, "{\"jobPostingId\":\"p-9\",\"reason\":\"no space\"}")
            .replaceFirst(
                "\\}\\s*$",
                """
                ,"parts":[{"number":0,"status":"DONE","attempt":1,"instance":"7-a","postings":58,"failed":0,
                  "startedAt":"2026-11-23T07:00:00.5Z","finishedAt":"2026-11-23T07:00:01.5Z","error":null},
                 {"number":1,"status":"FAILED","attempt":4,"instance":"7-a","postings":2,"failed":0,
                  "startedAt":null,"finishedAt":null,"error":"database: no space"}],
                 "slowest":[{"jobPostingId":"p-1","rankMillis":12.345}],
                 "scarce":[{"jobPostingId":"p-2","eligible":0,
                  "ineligible":{"NO_SHARED_SKILL":1400,"OPTED_OUT":1}}]}""");
    service.on("GET /api/runs/run-1", json(200, report));

    assertThat(command.run("runs", "run-1")).isZero();

    assertThat(command.out())
        .isEqualTo(
            """
            asked for by API, 2026-11-23T07:00:00Z
            begun 2026-11-23T07:00:00Z, ended 2026-11-23T07:00:01Z
            run-1: COMPLETED, 58 of 60 job postings, 2,871 matchings
            time: load 0.8 s, rank 0.2 s, write 0.3 s
            part  status  instance  attempts  postings  failed   time
            0     DONE    7-a              1        58       0  1.0 s
            1     FAILED  7-a              4         2       0      -
            job posting p-2: no eligible candidate; 1,400 share no required skill, 1 opted out
            job posting p-1: ranked in 12.3 ms
            """);
    assertThat(command.err()).contains("job posting p-9: no space\n", "part 1: database: no space");
  }

  @Test
  void whatIsNoIdIsWrongUsage() {
    assertThat(command.run("runs", "../postings")).isEqualTo(2);

    assertThat(command.err()).contains("this is not the id of a run: ../postings");
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void limitBelowOneIsWrongUsage() {
    assertThat(command.run("runs", "--limit", "0")).isEqualTo(2);
    assertThat(command.run("runs", "--limit", "many")).isEqualTo(2);

    assertThat(command.err()).contains("--limit must be at least 1, got: 0\n", "--limit many");
    assertThat(service.asked()).isEmpty();
  }
}
