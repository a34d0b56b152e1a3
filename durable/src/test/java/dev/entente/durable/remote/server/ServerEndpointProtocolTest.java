package dev.entente.durable.remote.server;

import static dev.entente.durable.remote.Calls.hash;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.SentEvent;
import dev.entente.durable.call.StepKind;
import dev.entente.durable.remote.Calls;
import dev.entente.durable.remote.LoopbackServer;
import dev.entente.durable.remote.RemoteApp;
import dev.entente.durable.remote.RemoteEndpoint;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.HttpServerAdapter;
import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.SigningKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What SDKs ask of the engine, ours among them.
class ServerEndpointProtocolTest {
  private static final String KEY = "signkey-test-0123456789abcdef0123456789abcdef";
  private static final SigningKey SIGNING_KEY = SigningKey.of("key", KEY);
  private static final Event LARGE = Event.of("a/b", Map.of("text", "x".repeat(5 << 20)));

  private final List<SentEvent> taken = new ArrayList<>();
  private final ServerEndpoint endpoint =
      new ServerEndpoint(
          Optional.of(new EventKey("s3cret")),
          Optional.of(SIGNING_KEY),
          new Taking(),
          new OneRun());
  private final LoopbackServer server = LoopbackServer.start(new ServerHttpHandler(endpoint));

  @AfterEach
  void stop() {
    server.close();
  }

  private static final class OneRun implements RunStates {
    @Override
    public Progress progress(String runId) {
      return switch (runId) {
        case Calls.RUN -> Progress.GOING_ON;
        case "ended" -> Progress.ENDED;
        default -> Progress.UNKNOWN;
      };
    }

    @Override
    public List<Event> events(String runId) {
      return List.of(LARGE);
    }

    @Override
    public List<KeptStep> steps(String runId) {
      return List.of(Calls.done("one", StepKind.RUN, 41));
    }
  }

  private final class Taking implements EventSink {
    @Override
    public String newId() {
      return "id-" + taken.size();
    }

    @Override
    public void take(List<SentEvent> events) {
      if (events.getFirst().event().name().equals("broken")) {
        throw new IllegalStateException("no database");
      }
      taken.addAll(events);
    }
  }

  private ServerResponse ask(String method, String path, String body, String... headers) {
    Map<String, List<String>> all = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    return endpoint.handle(new ServerRequest(method, path, all, body.getBytes(UTF_8)));
  }

  private Inngest sender(String key) {
    return Inngest.of(
        "shop",
        Map.of(
            "INNGEST_SIGNING_KEY", KEY,
            "INNGEST_EVENT_KEY", key,
            "INNGEST_BASE_URL", server.url("").toString()));
  }

  @Test
  void eventsOfTheSdkAreTaken() {
    Event event = Event.of("shop/order.placed", Map.of("id", "é€😀")).withId("o-1").at(Calls.NOW);

    List<String> ids = sender("s3cret").send(event, Event.of("a/b"));

    assertThat(taken).extracting(SentEvent::id).isEqualTo(ids);
    assertThat(taken.getFirst().event()).isEqualTo(event);
    assertThat(taken.getLast().event().name()).isEqualTo("a/b");
  }

  @Test
  void wrongEventKeyIsRefused() {
    assertThatThrownBy(() -> sender("other").send(Event.of("a/b")))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("401");
    assertThat(taken).isEmpty();
  }

  @Test
  void idOfMoreThan512CharactersIsRefused() {
    ServerResponse response =
        ask("POST", "/e/s3cret", "{\"name\":\"a\",\"id\":\"" + "x".repeat(8_000) + "\"}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body().find("error").flatMap(Json::text).orElseThrow())
        .isEqualTo("event 1: the id of an event has at most 512 characters, got: 8000");
    assertThat(taken).isEmpty();
  }

  @Test
  void triesOfOneSendingHaveTheSameIds() {
    String body = "[{\"name\":\"a\"},{\"name\":\"b\",\"id\":\"own\"},{\"name\":\"c\"}]";
    for (int i = 0; i < 2; i++) {
      ask("POST", "/e/s3cret", body, "X-Inngest-Event-Id-Seed", "1743130137367,eii2YKXRVTJPuA==");
    }

    assertThat(taken.stream().map(SentEvent::id).toList())
        .startsWith("01JQDAE4RQF8MBCR55T5AK4KXS", "01JQDAE4RQF8MBCR55T5AK4KXT")
        .hasSize(6)
        .satisfies(ids -> assertThat(ids.subList(0, 3)).isEqualTo(ids.subList(3, 6)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",", "1", "x,eii2YKXRVTJPuA==", "-1,eii2YKXRVTJPuA==", "1,eii2", "1,é"})
  void brokenSeedIsRefused(String seed) {
    ServerResponse response =
        ask("POST", "/e/s3cret", "{\"name\":\"a\"}", "x-inngest-event-id-seed", seed);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body().toString()).contains("x-inngest-event-id-seed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | not JSON",
        "1 | event 1: it must be an object",
        "[] | 1 to 5,000 events, got: 0",
        "[{\"name\":\"a\"},{}] | event 2: an event has no name",
        "{\"name\":\"\"} | 1 to 512 characters",
        "{\"name\":7} | name must be a text",
        "{\"name\":\"a\",\"data\":[]} | data must be an object",
        "{\"name\":\"a\",\"id\":1} | id must be a text",
        "{\"name\":\"a\",\"ts\":1} | ts must be milliseconds",
        "{\"name\":\"a\",\"ts\":\"now\"} | ts must be milliseconds",
        "{\"name\":\"a\",\"data\":{\"n\":9007199254740993}} | number at /data/n would change",
        "{\"name\":\"a\\u0000b\"} | event 1: the name of an event has a control character",
        "{\"name\":\"a\",\"id\":\"\\u0000\"} | the id of an event has a control character",
        "{\"name\":\"a\",\"id\":\"\\ud83c\"} | half of a pair of surrogates",
        "{\"name\":\"a\",\"v\":\"\\u0000\"} | the version of an event has a control character",
        "{\"name\":\"inngest/function.finished\"} | are the engine's"
      })
  void malformedEventsAreRefusedAndNoneIsTaken(String body, String words) {
    ServerResponse response = ask("POST", "/e/s3cret", body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body().find("error").flatMap(Json::text).orElseThrow()).contains(words);
    assertThat(response.body().find("ids").orElseThrow()).isEqualTo(Json.of(List.of()));
    assertThat(taken).isEmpty();
  }

  @Test
  void tooManyEventsAreRefused() {
    String events = "{\"name\":\"a\"},".repeat(5_001);

    ServerResponse response =
        ask("POST", "/e/s3cret", "[" + events.substring(0, events.length() - 1) + "]");

    assertThat(response.body().toString()).contains("got: 5,001");
  }

  @Test
  void largeEventIsRefused() {
    String text = "x".repeat(3 << 20);

    ServerResponse response =
        ask("POST", "/e/s3cret", "{\"name\":\"a\",\"data\":{\"text\":\"%s\"}}".formatted(text));

    assertThat(response.body().toString()).contains("3 MiB").hasSizeLessThan(300);
  }

  @Test
  void failureOfTheEngineTellsNothingOfIt() {
    ServerResponse response = ask("POST", "/e/s3cret", "{\"name\":\"broken\"}");

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body().toString()).contains("send them again").doesNotContain("database");
  }

  @Test
  void stateThatIsTooLargeForACallIsFetched() {
    var function =
        InngestFunction.withId("fn")
            .on(Trigger.event("a/b"))
            .runs(
                (context, step) ->
                    step.run("one", int.class, () -> 0)
                        + context
                            .event()
                            .data()
                            .find("text")
                            .flatMap(Json::text)
                            .orElseThrow()
                            .length());
    try (var functions =
            LoopbackServer.start(new HttpServerAdapter(sender("s3cret").serve(function)));
        var app =
            new RemoteApp(
                RemoteEndpoint.of(functions.url("/api/inngest")).signedWith(SIGNING_KEY),
                InstantSource.system())) {
      CallResult result =
          app.caller().call(Calls.of("fn", 0, LARGE, Calls.done("one", StepKind.RUN, 41))).result();

      assertThat(result).isEqualTo(new CallResult.Returned(Json.of(41 + (5 << 20))));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stateIsTakenWithTheHashOfTheKey(boolean hasPrefix) {
    String bearer = hasPrefix ? SIGNING_KEY.bearer() : SIGNING_KEY.hash();

    ServerResponse response =
        ask("GET", "/v0/runs/" + Calls.RUN + "/actions", "", "authorization", "Bearer " + bearer);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(Json.of(Map.of(hash("one"), Map.of("data", 41))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer x", "Basic eDp5"})
  void stateIsNotTakenWithout(String authorization) {
    ServerResponse response =
        ask("GET", "/v0/runs/" + Calls.RUN + "/batch", "", "Authorization", authorization);

    assertThat(response.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"ended,410", "other,404", "%zz,404"})
  void runsThatDoNotGoOnHaveNoState(String run, int status) {
    ServerResponse response =
        ask(
            "GET",
            "/v0/runs/%s/batch".formatted(run),
            "",
            "Authorization",
            "Bearer " + SIGNING_KEY.bearer());

    assertThat(response.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"GET,/", "GET,/e/s3cret", "PUT,/health", "POST,/v0/runs/x/batch", "GET,/v0/runs/x"})
  void anythingElseIsNotThere(String method, String path) {
    ServerResponse response = ask(method, path, "");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.body().toString()).contains("POST /e/<event key>");
  }

  @Test
  void healthIsTold() {
    assertThat(ask("GET", "/health", "").status()).isEqualTo(200);
  }
}
