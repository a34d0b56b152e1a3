package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Kills the service and its database, in turn and at seeded instants of a run over 300 postings:
/// each list must be wholly old or wholly new, statuses must all be there, the next run completes.
///
/// Takes minutes, so it is no part of the gate: `./entente test --drills`.
class CrashDrill {
  private static final long SEED = Long.getLong("entente.drill.seed", 20_261_123);
  private static final int KILLS = 20;
  private static final int POSTINGS = 300;
  private static final int CANDIDATES = 1_500;
  private static final int DECISIONS = 60;
  private static final int MIXED = 5;
  private static final int WRITE_MILLIS = 10;
  private static final List<String> SKILLS =
      List.of("Java", "SQL", "Go", "Rust", "Python", "Kotlin", "Scala", "C#", "PHP", "Ruby");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final Random random = new Random(SEED);
  private int mixed;

  @Test
  void nothingIsEverHalfDone() throws Exception {
    try (var service = new ServiceProcess(folder)) {
      fill(service.api());
      long runMillis = runMillis(service.api().run());
      decide(service.api());
      for (int kill = 0; kill < KILLS; kill++) {
        round(service, kill, runMillis);
      }
    }
    System.out.printf(
        "%d kills, seed %d: in %d of them some lists were new and some old%n", KILLS, SEED, mixed);
    assertThat(mixed).as("seed %d", SEED).isGreaterThanOrEqualTo(MIXED);
  }

  @Test
  void serviceThatIsStoppedWhileItStartsLeavesNoDatabase() throws Exception {
    var service = new ServiceProcess(folder);

    service.stopWhileItStarts();

    assertThat(service.hasADatabase()).isFalse();
  }

  private void fill(Api api) {
    List<String> postings = new ArrayList<>();
    for (int i = 0; i < POSTINGS; i++) {
      postings.add(
          aPosting("p-%03d".formatted(i)).asking(skill(), skill() + " " + i % 7, "Git").json());
    }
    api.post("/api/import/postings", "application/x-ndjson", String.join("\n", postings));
    api.post("/api/import/candidates", "application/x-ndjson", candidates());
  }

  private String skill() {
    return SKILLS.get(random.nextInt(SKILLS.size()));
  }

  private String candidates() {
    return IntStream.range(0, CANDIDATES)
        .mapToObj(
            i ->
                aCandidate("c-%04d".formatted(i))
                    .knowing(SKILLS.get(i % 10), SKILLS.get(i / 10 % 10), "Git")
                    .tested(random.nextInt(101), random.nextInt(101))
                    .json())
        .collect(Collectors.joining("\n"));
  }

  /// Moves the mean of all results by somebody who is on no list: no list changes before the next
  /// run, and in that every one.
  private static void change(Api api, int round) {
    int[] results = IntStream.generate(() -> round % 2 == 0 ? 100 : 0).limit(1_000).toArray();
    Api.Answer answer = api.store(aCandidate("elsewhere").in("elsewhere").tested(results));
    assertThat(answer.status()).isLessThan(300);
  }

  private void decide(Api api) {
    List<String> statuses = List.of("VIEWED", "CONTACTED", "REJECTED");
    for (int i = 0; i < DECISIONS; i++) {
      JsonNode list = api.list("p-%03d".formatted(random.nextInt(POSTINGS)));
      String id = list.get(random.nextInt(list.size())).get("id").stringValue();
      api.patch("/api/matching/" + id, "{\"status\":\"%s\"}".formatted(statuses.get(i % 3)));
    }
  }

  private void round(ServiceProcess service, int kill, long runMillis) throws Exception {
    boolean killsDatabase = kill % 2 == 1;
    Api api = service.api();
    Api.until(() -> api.get("/health").status() == 200);
    change(api, kill);
    Map<String, List<String>> before = service.lists();
    Map<String, String> decisions = service.decisions();

    String run = api.post("/api/runs").json().get("id").stringValue();
    awaitInstant(service, run, kill, runMillis);
    Map<String, List<String>> seen = killsDatabase ? killDatabase(service) : kill(service);
    assertThat(service.decisions()).as(where(kill)).isEqualTo(decisions);

    Api again = service.api();
    Api.until(() -> isOver(again, run));
    Map<String, List<String>> after = service.lists();
    assertThat(service.decisions()).as(where(kill)).isEqualTo(decisions);
    compare(kill, before, seen, after);
  }

  /// Half of the kills hit anywhere in a run, the others while it writes.
  private void awaitInstant(ServiceProcess service, String run, int kill, long runMillis)
      throws InterruptedException {
    double instant = random.nextDouble();
    if (kill % 4 < 2) {
      Thread.sleep((long) (runMillis * instant));
    } else {
      service.awaitLists(run);
      Thread.sleep((long) (WRITE_MILLIS * instant));
    }
  }

  private Map<String, List<String>> kill(ServiceProcess service) throws Exception {
    service.kill();
    Map<String, List<String>> seen = service.lists();
    service.restart();
    return seen;
  }

  private static Map<String, List<String>> killDatabase(ServiceProcess service) {
    service.killDatabase();
    return service.lists();
  }

  /// Tells whether the run that was hit is over.
  private static boolean isOver(Api api, String run) {
    Api.Answer latest = api.get("/api/runs?limit=1");
    if (latest.status() != 200) {
      return false;
    }
    JsonNode last = latest.json().get("runs").get(0);
    assertThat(last.get("id").stringValue()).isEqualTo(run);
    String status = last.get("status").stringValue();
    assertThat(status).isNotEqualTo("FAILED");
    return status.equals("COMPLETED") && last.get("postings").get("written").intValue() == POSTINGS;
  }

  private void compare(
      int kill,
      Map<String, List<String>> before,
      Map<String, List<String>> seen,
      Map<String, List<String>> after) {
    Map<String, Integer> counts = new HashMap<>();
    assertThat(seen.keySet()).isEqualTo(before.keySet()).hasSize(POSTINGS);
    seen.forEach(
        (posting, list) -> {
          assertThat(list)
              .as("%s, %s", where(kill), posting)
              .isIn(before.get(posting), after.get(posting));
          counts.merge(list.equals(before.get(posting)) ? "old" : "new", 1, Integer::sum);
        });
    mixed += counts.size() == 2 ? 1 : 0;
    System.out.printf("kill %d (%s): %s%n", kill, kill % 2 == 1 ? "database" : "service", counts);
  }

  private static String where(int kill) {
    return "seed %d, kill %d".formatted(SEED, kill);
  }

  private static long runMillis(JsonNode run) {
    JsonNode phases = run.get("phases");
    return phases.get("load").longValue()
        + phases.get("rank").longValue()
        + phases.get("write").longValue();
  }
}
