package dev.entente.durable.behaviour;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The functions served to an Inngest server, and what it says of their runs: status, output and
/// error. Skipped unless the property `entente.inngest.server` has the address of a dev server,
/// started with `--retry-interval 1`.
final class InngestServerBehaviourTest extends BehaviourSuite {
  private static final String SERVER = System.getProperty("entente.inngest.server", "");
  private static final Duration MOST = Duration.ofMinutes(2);
  private static final int LOOK_MILLIS = 500;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> environment = Map.of("INNGEST_DEV", SERVER);
  private @Nullable HttpServer app;

  @Override
  void open() throws Exception {
    assumeTrue(!SERVER.isEmpty(), "no Inngest server: set -Dentente.inngest.server");
    app = BehaviourApp.serve(environment);
    URI endpoint =
        URI.create("http://127.0.0.1:%d/api/inngest".formatted(app.getAddress().getPort()));
    var sync = HttpRequest.newBuilder(endpoint).PUT(BodyPublishers.noBody()).build();
    String answer = client.send(sync, BodyHandlers.ofString()).body();
    if (!answer.contains("\"modified\"")) {
      throw new IllegalStateException("the server does not take the functions: " + answer);
    }
  }

  @Override
  Observed observe(Expectation expected) throws Exception {
    Inngest inngest = Inngest.of(BehaviourFunctions.APP, environment);
    List<String> events = new ArrayList<>();
    for (int i = 0; i < expected.starts(); i++) {
      events.addAll(inngest.send(Event.of("behaviour/" + expected.id(), expected.data())));
    }
    if (!expected.then().isEmpty()) {
      Thread.sleep(Duration.ofSeconds(3)); // by then it waits; the server does not tell
      inngest.send(expected.then());
    }
    List<Json> runs = await(events, expected.statuses().size());
    return new Observed(
        runs.stream().map(run -> text(run, "status").toUpperCase(Locale.ROOT)).toList(),
        expected.output().isPresent() ? runs.getFirst().find("output") : Optional.empty(),
        runs.getFirst()
            .find("output")
            .flatMap(output -> output.find("message"))
            .flatMap(Json::text),
        List.of(),
        0,
        List.of());
  }

  private List<Json> await(List<String> events, int count) throws Exception {
    long end = System.nanoTime() + MOST.toNanos();
    List<Json> runs = runs(events);
    while (System.nanoTime() < end
        && (runs.size() < count || runs.stream().anyMatch(run -> run.find("ended_at").isEmpty()))) {
      Thread.sleep(LOOK_MILLIS);
      runs = runs(events);
    }
    return runs;
  }

  // Answers are cached by address for seconds.
  private List<Json> runs(List<String> events) throws IOException, InterruptedException {
    List<Json> runs = new ArrayList<>();
    for (String event : events) {
      var address =
          URI.create("%s/v1/events/%s/runs?_=%d".formatted(SERVER, event, System.nanoTime()));
      var answer =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
      Json.parse(answer).find("data").map(Json::elements).ifPresent(runs::addAll);
    }
    return runs;
  }

  private static String text(Json run, String member) {
    return run.find(member).flatMap(Json::text).orElse("");
  }

  @Override
  void compareSteps(Expectation expected, Observed run) {
    // The server shows its traces in a form that may change.
  }

  @Override
  void close() {
    if (app != null) {
      app.stop(0);
    }
  }
}
