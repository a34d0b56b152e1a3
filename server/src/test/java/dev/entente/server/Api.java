package dev.entente.server;

import dev.entente.testkit.CandidateJson;
import dev.entente.testkit.PostingJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls a service as its users do.
record Api(URI url) {
  static final JsonMapper JSON = new JsonMapper();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(25);

  /// An answer.
  record Answer(int status, String type, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  Answer post(String path, String type, String body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  Answer patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Stores a candidate.
  Answer store(CandidateJson candidate) {
    return put("/api/candidates/" + id(candidate.json()), candidate.json());
  }

  /// Stores a job posting.
  Answer store(PostingJson posting) {
    return put("/api/postings/" + id(posting.json()), posting.json());
  }

  private static String id(String json) {
    return JSON.readTree(json).get("id").stringValue();
  }

  /// Ranks a posting now and stores its list.
  Answer rank(String postingId) {
    String reference = "{\"jobPostingId\":\"%s\"}".formatted(postingId);
    return post("/api/matching", "application/json", reference);
  }

  /// Runs a generation and waits for its end.
  JsonNode run() {
    String id = post("/api/runs").json().get("id").stringValue();
    String path = "/api/runs/" + id;
    until(() -> !get(path).json().get("finishedAt").isNull());
    return get(path).json();
  }

  /// The matchings of a posting's list, without explanations.
  JsonNode list(String postingId) {
    return get("/api/matching?explain=false&jobPostingId=" + postingId).json().get("matches");
  }

  /// Waits for what happens in the background.
  static void until(BooleanSupplier condition) {
    until(PAUSE, condition);
  }

  /// The same, looking as often as it says.
  static void until(Duration pause, BooleanSupplier condition) {
    for (long i = 0; i < PATIENCE.dividedBy(pause); i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("it did not happen within ten minutes");
  }
}
