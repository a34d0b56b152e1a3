package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Runs that are followed by server-sent events.
@Timeout(60)
class RunEventsDatabaseTest {
  /// An event as it came.
  private record Event(String id, String name, JsonNode data) {}

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  private static String path(JsonNode run) {
    return "/api/runs/" + run.get("id").stringValue() + "/events";
  }

  private static <T> HttpResponse<T> open(
      HttpClient client, Api api, JsonNode run, HttpResponse.BodyHandler<T> body) throws Exception {
    return client.send(
        api.request(path(run))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", "41")
            .build(),
        body);
  }

  private List<Event> follow(JsonNode run) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> response = open(client, api, run, BodyHandlers.ofLines());
      assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
      return events(response.body().toList());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Event> events(List<String> lines) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i + 2 < lines.size(); i++) {
      if (lines.get(i).startsWith("id:")) {
        events.add(
            new Event(
                lines.get(i).substring(3),
                lines.get(i + 1).substring("event:".length()),
                Api.JSON.readTree(lines.get(i + 2).substring("data:".length()))));
      }
    }
    return events;
  }

  @Test
  void runIsFollowedToItsEnd() throws Exception {
    api.store(aPosting("p"));
    api.store(aCandidate("c"));
    api.run();

    CompletableFuture<List<Event>> followed;
    JsonNode run;
    try (Held _ = Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p' FOR UPDATE")) {
      run = api.post("/api/runs").json();
      followed = CompletableFuture.supplyAsync(() -> follow(run));
      Api.until(() -> service.isWaitingForALock());
      Thread.sleep(700); // so that it is seen going on
    }
    List<Event> events = followed.join();

    assertThat(events.getFirst().name()).isEqualTo("progress");
    assertThat(events).extracting(Event::name).endsWith("progress", "end");
    assertThat(events.subList(0, events.size() - 1))
        .extracting(Event::name)
        .containsOnly("progress");
    assertThat(events.getFirst().data().get("status").stringValue()).isIn("QUEUED", "RUNNING");
    assertThat(api.get("/api/runs").json().get("runs").toString())
        .contains(events.getLast().data().toString());
    assertThat(events.getLast().data().get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(events.getFirst().id()).isEqualTo("1");
  }

  @Test
  void whoComesLateIsToldTheEndAtOnce() {
    JsonNode run = api.run();

    List<Event> events = follow(run);

    assertThat(events).extracting(Event::name).containsExactly("progress", "end");
    assertThat(events.getLast().data().get("id")).isEqualTo(run.get("id"));
  }

  @Test
  void unknownRunIsRefused() {
    assertThat(Refusal.of(api.get("/api/runs/none/events")).name()).isEqualTo("404 no-run");
  }

  @Test
  void hundredMayFollowAndTheNextIsRefusedUntilTheyAreTold() throws Exception {
    api.post("/api/functions/generate-matchings-daily/pause");
    List<HttpResponse<InputStream>> all = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode run = waitingRun();
      for (int i = 0; i < 100; i++) {
        all.add(open(client, api, run, BodyHandlers.ofInputStream()));
      }

      Api.Answer refused = api.get(path(run));

      assertThat(Refusal.of(refused).name()).isEqualTo("503 too-many-listeners");
      api.post("/api/runs/" + run.get("id").stringValue() + "/cancel");
      for (HttpResponse<InputStream> one : all) {
        assertThat(new String(one.body().readAllBytes(), UTF_8)).contains("event:end", "CANCELLED");
      }
      assertThat(follow(run)).hasSize(2);
    } finally {
      api.post("/api/functions/generate-matchings-daily/resume");
    }
  }

  private JsonNode waitingRun() {
    return api.post("/api/runs").json();
  }

  @Test
  void endOfTheServiceWaitsForNobodyWhoFollows() throws Exception {
    TestService own = TestService.open();
    try (HttpClient client = HttpClient.newHttpClient()) {
      own.api().post("/api/functions/generate-matchings-daily/pause");
      JsonNode run = own.api().post("/api/runs").json();
      HttpResponse<InputStream> followed =
          open(client, own.api(), run, BodyHandlers.ofInputStream());
      CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> read(followed.body()));
      Instant start = Instant.now();

      CompletableFuture<Void> closing = CompletableFuture.runAsync(own::close);

      assertThat(text.join()).contains("event:progress").doesNotContain("event:end");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
      closing.join();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }
  }

  private static String read(InputStream body) {
    try {
      return new String(body.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
