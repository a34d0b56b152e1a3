package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.demo.DemoPool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Measures how fast candidates are imported, lists are read and changes are in all lists, with
/// 100,000 candidates and 2,000 job postings in the embedded database, all on this machine.
///
/// Requests start on schedule whether or not earlier ones were answered, and each is timed from
/// when it was due. Takes minutes, so it is no part of the gate: `./entente test --drills`.
class LoadDrill {
  private static final int CANDIDATES = Integer.getInteger("entente.drill.candidates", 100_000);
  private static final int POSTINGS = Integer.getInteger("entente.drill.postings", 2_000);
  private static final int RATE = 100;
  private static final int WARM_UP_SECONDS = 45;
  private static final int SECONDS = 60;
  private static final int WARM_UP_CHANGES = 300;
  private static final int CHANGES = 1_000;
  private static final int MOST_LISTED = 100;
  private static final int WARM_UP_IMPORTS = 4;
  private static final List<String> INVENTED =
      DemoPool.of(0, Instant.parse("2026-11-23T00:00:00Z")).candidates();

  @TempDir private Path folder;

  @Test
  void listsAreReadFast() throws Exception {
    try (var service = new ServiceProcess(folder)) {
      Api api = service.api();
      var candidates = new ImportedCandidates(api);
      candidates.upTo(CANDIDATES);
      DrillPostings.store(api, POSTINGS);
      service.settle();
      JsonNode run = api.run();
      double imported = candidates.perSecond(0);
      System.out.printf(
          "import: %.0f candidates/s from a cold start, %.0f once warm; run: %s%n",
          imported, candidates.perSecond(WARM_UP_IMPORTS), run.get("phases"));

      read(api, WARM_UP_SECONDS);
      Latencies latencies = read(api, SECONDS);

      int kilobytes =
          api.get("/api/matching?jobPostingId=" + DrillPostings.id(1)).body().length() / 1024;
      print(
          "GET /api/matching with explanations at %d/s for %d s, %d KB each"
              .formatted(RATE, SECONDS, kilobytes),
          latencies);
      Latencies newPostings = changes(service, CHANGES, LoadDrill::putPosting);
      Latencies changedCandidates = changes(service, CHANGES, LoadDrill::changeCandidate);
      List<String> mostListed = new ArrayList<>(service.mostListed(MOST_LISTED + WARM_UP_CHANGES));
      // Those on fewer lists come first, to warm up.
      Collections.rotate(mostListed, -MOST_LISTED);
      Latencies changedBest =
          changes(service, MOST_LISTED, i -> changeWords(api, mostListed.get(i)));
      print("new posting, from request to stored list", newPostings);
      print("changed candidate, from request to all lists", changedCandidates);
      print("changed words of one of the most listed, likewise", changedBest);

      assertThat(imported).isGreaterThan(3_000);
      assertThat(latencies.errors).hasValue(0);
      assertThat(latencies.at(99)).isLessThan(50);
    }
  }

  private static String withId(String document, String id) {
    return document.replaceFirst("\"id\": ?\"[^\"]*\"", "\"id\":\"" + id + "\"");
  }

  private static Change putPosting(int number) {
    String id = "new-" + number;
    return new Change("/api/postings/" + id, DrillPostings.varied(POSTINGS + number, id));
  }

  /// Gives a candidate the profile of another: there are 1,500.
  private static Change changeCandidate(int number) {
    String id = "s1-" + Api.JSON.readTree(INVENTED.get(number)).get("id").stringValue();
    return new Change("/api/candidates/" + id, withId(INVENTED.get(number + 1), id));
  }

  private static Change changeWords(Api api, String id) {
    String path = "/api/candidates/" + id;
    var candidate = (ObjectNode) api.get(path).json();
    return new Change(path, candidate.put("headline", "other words: maintenance").toString());
  }

  /// A document that is to be stored.
  private record Change(String path, String document) {}

  /// Makes changes one after the other, each timed until all lists show it.
  private static Latencies changes(ServiceProcess service, int count, IntFunction<Change> change) {
    Api api = service.api();
    List<Change> all = IntStream.range(0, WARM_UP_CHANGES + count).mapToObj(change).toList();
    var latencies = new Latencies();
    try (ServiceProcess.Question settled = service.isSettled()) {
      for (int i = 0; i < all.size(); i++) {
        long start = System.nanoTime();
        Api.Answer answer = api.put(all.get(i).path(), all.get(i).document());
        settled.awaitYes();
        if (i >= WARM_UP_CHANGES) {
          latencies.add(answer.status(), start);
        }
      }
    }
    return latencies;
  }

  private static void print(String what, Latencies latencies) {
    System.out.printf(
        "%s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms, errors %d%n",
        what,
        latencies.at(50),
        latencies.at(90),
        latencies.at(99),
        latencies.at(100),
        latencies.errors.get());
  }

  private static Latencies read(Api api, int seconds) throws Exception {
    var latencies = new Latencies();
    var random = new Random(1);
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient();
        ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1)) {
      long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      for (int i = 0; i < RATE * seconds; i++) {
        long due = start + i * TimeUnit.SECONDS.toNanos(1) / RATE;
        String path = "/api/matching?jobPostingId=" + DrillPostings.id(random.nextInt(POSTINGS));
        var request = HttpRequest.newBuilder(URI.create(api.url() + path)).build();
        var answer = new CompletableFuture<Void>();
        answers.add(answer);
        Runnable send =
            () -> {
              var _ =
                  client
                      .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                      .whenComplete(
                          (response, _) -> {
                            latencies.add(response, due);
                            answer.complete(null);
                          });
            };
        var _ = schedule.schedule(send, due - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }
    return latencies;
  }
}
