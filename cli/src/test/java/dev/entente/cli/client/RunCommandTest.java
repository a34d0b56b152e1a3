package dev.entente.cli.client;

import static dev.entente.cli.client.PlayedService.json;
import static dev.entente.cli.client.PlayedService.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunCommandTest extends ServiceCase {
  @Test
  void withoutWaitingTheIdIsPrinted() {
    service.on("POST /api/runs", json(202, run("RUNNING", 0)));

    assertThat(command.run("run")).isZero();

    assertThat(command.out()).isEqualTo("run-1\n");
    assertThat(command.err()).isEmpty();
  }

  @Test
  void runIsFollowedToItsEndEverLessOften() {
    PlayedService.Answer going = json(200, run("RUNNING", 30));
    PlayedService.Answer[] answers =
        Collections.nCopies(200, going).toArray(new PlayedService.Answer[200]);
    answers[199] = json(200, run("COMPLETED", 60));
    service.on("POST /api/runs", json(202, run("RUNNING", 0))).on("GET /api/runs/run-1", answers);

    assertThat(command.onATerminal().run("run", "--wait")).isZero();

    assertThat(command.out())
        .isEqualTo(
            """
            run-1: COMPLETED, 60 of 60 job postings, 2,871 matchings
            time: load 0.8 s, rank 0.2 s, write 0.3 s
            """);
    assertThat(command.err())
        .startsWith("\r\u001b[Kjob postings ranked: 0 of 60\r\u001b[Kjob postings ranked: 30 of 60")
        .endsWith("\r\u001b[K");
    assertThat(pauses).startsWith(Duration.ofMillis(100), Duration.ofMillis(100)).isSorted();
    assertThat(pauses).hasSize(200).endsWith(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void runThatIsNearItsEndIsAskedOftenWhileItGoesOn() {
    PlayedService.Answer[] answers =
        Collections.nCopies(300, json(200, run("RUNNING", 59)))
            .toArray(new PlayedService.Answer[300]);
    Arrays.fill(answers, 0, 98, json(200, run("RUNNING", 30)));
    answers[299] = json(200, run("COMPLETED", 60));
    service.on("POST /api/runs", json(202, run("RUNNING", 0))).on("GET /api/runs/run-1", answers);

    assertThat(command.run("run", "--wait")).isZero();

    assertThat(pauses.get(98)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pauses.get(99)).isLessThan(Duration.ofMillis(400));
    assertThat(pauses.subList(99, 300)).isSorted().endsWith(Duration.ofSeconds(2));
  }

  @Test
  void runThatIsGoingAlreadyIsNamed() {
    String sentence = "a run is going since 2026-11-23T07:00:00Z: run-1. Follow it with";
    service.on("POST /api/runs", json(409, run("RUNNING", 0)));

    assertThat(command.run("run")).isEqualTo(1);

    assertThat(command.err()).startsWith("entente: " + sentence).hasLineCount(1);
    assertThat(command.out()).isEmpty();
  }

  @Test
  void runThatIsGoingAlreadyIsFollowed() {
    service
        .on(
            "POST /api/runs",
            json(409, "{\"title\":\"A run is going.\",\"run\":" + run("RUNNING", 0) + "}"))
        .on("GET /api/runs/run-1", json(200, run("COMPLETED", 60)));

    assertThat(command.run("run", "--wait")).isZero();

    assertThat(command.err())
        .isEqualTo("a run is going since 2026-11-23T07:00:00Z: run-1; following it\n");
    assertThat(command.out()).startsWith("run-1: COMPLETED");
  }

  @Test
  void otherConflictIsSaidInTheServicesWords() {
    service.on("POST /api/runs", problem(409, "Not possible.", "The data is moving."));

    assertThat(command.run("run", "--wait")).isEqualTo(1);

    assertThat(command.err())
        .isEqualTo(
            "entente: the service at %s refuses (status 409): Not possible. The data is moving.\n"
                .formatted(service.url()));
  }

  @Test
  void postingsThatFailedAreNamedUpToTwenty() {
    String failures =
        IntStream.rangeClosed(1, 22)
            .mapToObj("{\"jobPostingId\":\"p-%d\",\"reason\":\"broken\"}"::formatted)
            .collect(Collectors.joining(","));
    service.on("POST /api/runs", json(202, RUN.formatted("COMPLETED", 38, 22, failures)));

    assertThat(command.run("run", "--wait")).isEqualTo(1);

    assertThat(command.err())
        .startsWith("job posting p-1: broken\njob posting p-2: broken\n")
        .contains("job posting p-20: broken\n… and 2 more failures\n")
        .endsWith(
            "entente: 22 job postings could not be ranked and keep their former matchings.\n");
  }

  @Test
  void candidatesWhoWereLeftOutAreNamedAndCounted() {
    String failures =
        IntStream.rangeClosed(1, 22)
            .mapToObj(
                "{\"jobPostingId\":null,\"candidateId\":\"c-%d\",\"reason\":\"wrong\"}"::formatted)
            .collect(Collectors.joining(","));
    String run = RUN.formatted("COMPLETED", 60, 0, failures);
    service.on("POST /api/runs", json(202, run.replace("\"asOf\"", "\"leftOut\":1500,\"asOf\"")));

    assertThat(command.run("run", "--wait")).isZero();

    assertThat(command.err())
        .startsWith("candidate c-1: wrong\n")
        .endsWith("candidate c-20: wrong\n… and 1,480 more failures\n");
  }

  @Test
  void runThatFailedSaysWhy() {
    String failed = run("FAILED", 0).replace("\"asOf\"", "\"error\":\"no space\",\"asOf\"");
    service.on("POST /api/runs", json(202, failed));

    assertThat(command.run("run", "--wait")).isEqualTo(1);

    assertThat(command.err()).isEqualTo("entente: nothing could be ranked: no space\n");
  }

  @Test
  void runThatWasCancelledIsSaid() {
    service.on("POST /api/runs", json(202, run("CANCELLED", 12)));

    assertThat(command.run("run", "--wait")).isEqualTo(1);

    assertThat(command.out()).startsWith("run-1: CANCELLED, 12 of 60 job postings");
    assertThat(command.err()).contains("the run was cancelled");
  }

  @Test
  void serviceThatDiesMeanwhileIsSaid() {
    service.on("POST /api/runs", json(202, run("RUNNING", 0)));
    pause = time -> service.close();

    assertThat(command.run("run", "--wait")).isEqualTo(1);

    assertThat(command.err())
        .startsWith("entente: the end of the run run-1 is not known: ")
        .contains("no service answers at " + service.url())
        .hasLineCount(1);
    assertThat(command.out()).isEmpty();
  }

  @Test
  void summaryIsFrenchForTheFrench() {
    service.on("POST /api/runs", json(202, run("COMPLETED", 60)));
    var french = french();

    assertThat(french.run("run", "--wait")).isZero();

    assertThat(french.out())
        .startsWith("run-1 : COMPLETED, 60 annonces sur 60, 2")
        .endsWith("durées : load 0,8 s, rank 0,2 s, write 0,3 s\n");
    assertThat(service.asked().getFirst().headers().getFirst("Accept-Language")).isEqualTo("fr");
  }

  @Test
  void postingsThatAreNamedAreRankedAlone() {
    service.on("POST /api/runs", json(202, run("QUEUED", 0)));

    assertThat(command.run("run", "--posting", "p-1", "--posting", "p-2")).isZero();

    assertThat(command.out()).isEqualTo("run-1\n");
    assertThat(service.asked().getLast().body()).isEqualTo("{\"jobPostingIds\":[\"p-1\",\"p-2\"]}");
  }
}
