package dev.entente.inngest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Surroundings;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventClientTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_743_130_137_367L);
  private static final String TAKEN = "{\"ids\":[\"e-1\"],\"status\":200}";

  private final List<Duration> pauses = new ArrayList<>();
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = FakeServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private EventClient client() {
    return client(Map.of("INNGEST_DEV", "0", "INNGEST_EVENT_KEY", "s3cret", "INNGEST_ENV", "test"));
  }

  private EventClient client(Map<String, String> variables) {
    return client(variables, server);
  }

  private EventClient client(Map<String, String> variables, FakeServer base) {
    Map<String, String> environment = new java.util.HashMap<>(variables);
    environment.put("INNGEST_BASE_URL", base.url());
    Settings settings = Settings.of(environment);
    return new EventClient(
        settings,
        new Identity("test", settings.environment()),
        new Surroundings(new SettableClock(NOW), new Random(7), pauses::add));
  }

  @Test
  void eventsAreSentAsOneArray() {
    server.answering(200, "{\"ids\":[\"e-1\",\"e-2\"],\"status\":200}");
    Instant then = Instant.parse("2026-11-29T12:00:00.123Z");

    List<String> ids =
        client()
            .send(
                List.of(
                    Event.of("a/b", Map.of("n", 1)),
                    Event.of("a/c").withId("own").at(then).withVersion("2")));

    assertThat(ids).containsExactly("e-1", "e-2");
    FakeServer.Asked asked = server.asked().getFirst();
    assertThat(asked.method() + " " + asked.url()).isEqualTo("POST /e/s3cret");
    assertThat(asked.body())
        .hasToString(
            """
            [{"name":"a/b","data":{"n":1},"ts":1743130137367},\
            {"name":"a/c","data":{},"id":"own","ts":1795953600123,"v":"2"}]""");
    assertThat(asked.header("X-Inngest-SDK")).contains("entente-java:v0.1.0");
    assertThat(asked.header("X-Inngest-Env")).contains("test");
    assertThat(asked.header("Authorization")).isEmpty();
  }

  @Test
  void seedIsTheTimeAndTenRandomBytesAndTheSameForAllTries() {
    server.answering(503, "").answering(0, "").answering(200, TAKEN);

    assertThat(client().send(List.of(Event.of("a/b")))).containsExactly("e-1");

    List<String> seeds =
        server.asked().stream()
            .map(asked -> asked.header("x-inngest-event-id-seed").orElseThrow())
            .toList();
    assertThat(seeds).hasSize(3).containsOnly(seeds.getFirst());
    assertThat(seeds.getFirst()).matches("1743130137367,[A-Za-z0-9+/]{14}==");
  }

  @Test
  void pausesDoubleAndVaryByChance() {
    server.answering(500, "{\"error\":\"down\"}");

    assertThatThrownBy(() -> client().send(List.of(Event.of("a/b"))))
        .isInstanceOf(ServerException.class)
        .hasMessage("sending events: the server answered 500 (down)");

    assertThat(server.asked()).hasSize(5);
    assertThat(pauses).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(pauses.get(i)).isBetween(millis(100 << i), millis((100 << i) + 99));
    }
  }

  private static Duration millis(int count) {
    return Duration.ofMillis(count);
  }

  @Test
  void refusalIsNotTriedAgainAndDoesNotTellTheKey() {
    server.answering(401, "{\"error\":\"Event key not found\"}");

    assertThatThrownBy(() -> client().send(List.of(Event.of("a/b"))))
        .hasMessage("sending events: the server answered 401 (Event key not found)");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void keyThatAServerRepeatsIsNotTold() {
    server.answering(400, "{\"error\":\"no key s3cret here\"}");

    assertThatThrownBy(() -> client().send(List.of(Event.of("a/b"))))
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void nobodyThereIsSaidWithoutTheKey() {
    String url = server.url();
    EventClient client = client();
    server.close();

    assertThatThrownBy(() -> client.send(List.of(Event.of("a/b"))))
        .hasMessageContaining("no answer from " + url.substring("http://".length()))
        .hasMessageNotContaining("s3cret");
    assertThat(pauses).hasSize(4);
  }

  @Test
  void answerWithoutIdsIsNoSuccess() throws IOException {
    for (String body : List.of("", "{}", "[]", "{\"ids\":[]}", "{\"ids\":{}}", "{\"ids\":[[]]}")) {
      try (FakeServer fresh = FakeServer.start()) {
        fresh.answering(200, body);
        EventClient client = client(Map.of("INNGEST_DEV", "1"), fresh);

        assertThatThrownBy(() -> client.send(List.of(Event.of("a/b"))))
            .as(body)
            .hasMessageContaining("is not what it should be");
      }
    }
  }

  @Test
  void largeBatchesAreSplitWithASeedEach() {
    String ids =
        Collections.nCopies(5_000, "\"e\"").stream().collect(Collectors.joining(",", "[", "]"));
    server.answering(200, "{\"ids\":" + ids + "}").answering(200, TAKEN);

    List<String> sent = client().send(Collections.nCopies(5_001, Event.of("a/b")));

    assertThat(sent).hasSize(5_001);
    assertThat(server.asked())
        .extracting(asked -> asked.body().elements().size())
        .containsExactly(5_000, 1);
    assertThat(server.asked())
        .extracting(asked -> asked.header("x-inngest-event-id-seed"))
        .doesNotHaveDuplicates();
  }

  @Test
  void noEventsAreNoRequest() {
    assertThat(client().send(List.of())).isEmpty();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void devModeNeedsNoKey() {
    server.answering(200, TAKEN);

    client(Map.of("INNGEST_DEV", "1")).send(List.of(Event.of("a/b")));

    assertThat(server.asked().getFirst().url()).isEqualTo("/e/NO_EVENT_KEY_SET");
  }

  @Test
  void cloudModeWithoutAKeySaysWhatToSet() {
    assertThatThrownBy(() -> client(Map.of()).send(List.of(Event.of("a/b"))))
        .hasMessageContaining("set INNGEST_EVENT_KEY");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void interruptionEndsTheWaiting() {
    server.answering(503, "");
    Settings settings = Settings.of(Map.of("INNGEST_DEV", server.url()));
    var client =
        new EventClient(
            settings,
            new Identity("test", Optional.empty()),
            new Surroundings(
                new SettableClock(NOW),
                new Random(7),
                _ -> {
                  throw new InterruptedException();
                }));

    assertThatThrownBy(() -> client.send(List.of(Event.of("a/b"))))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void eventsThatTheServerWouldRefuseCannotBeMade() {
    assertThatThrownBy(() -> Event.of("")).hasMessageContaining("1 to 512");
    assertThatThrownBy(() -> Event.of("x".repeat(513))).hasMessageContaining("513");
    assertThatThrownBy(() -> Event.of("a", List.of(1))).hasMessageContaining("object");
    assertThatThrownBy(() -> Event.of("a").at(Instant.EPOCH)).hasMessageContaining("1980");
    assertThat(Event.of("x".repeat(512), Json.parse("{\"a\":null}")).data()).isNotNull();
  }
}
