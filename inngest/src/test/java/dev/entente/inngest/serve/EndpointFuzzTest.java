package dev.entente.inngest.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Broken bodies, headers and queries; more of them with `-Dfuzz.seeds=1000`.
class EndpointFuzzTest {
  private static final String KEY = "5ec4e75ec4e75ec4e7";
  private static final String EVENT_KEY = "s3cret-event-key";
  private static final int REQUESTS = 200;
  private static final Set<Integer> STATUSES = Set.of(200, 206, 400, 401, 405, 413, 500);

  private static final String CALL =
      """
      {"ctx":{"run_id":"01J","attempt":0,"max_attempts":4,"use_api":false,\
      "disable_immediate_execution":false,"stack":{"stack":["a"],"current":1}},\
      "event":{"name":"e","data":{"n":1},"ts":1743130137367,"user":{}},\
      "events":[{"name":"e","data":{"n":1}}],\
      "steps":{"WAIT":null,"HASH":{"data":{"id":"x"}},"OTHER":{"error":{"name":"E","message":"m"}}}}"""
          .replace("WAIT", CallScript.hash("wait"))
          .replace("HASH", CallScript.hash("load"))
          .replace("OTHER", CallScript.hash("fail"));

  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "null",
          "1e999",
          "-0",
          "\\ud800",
          "\u0000",
          "true",
          "{\"data\":",
          "{\"error\":",
          "{\"input\":",
          "9".repeat(400),
          "[".repeat(1_100),
          "é€😀",
          "\"__proto__\":1,",
          "\"run_id\":7,",
          "\"attempt\":-5,",
          "\"attempt\":1e30,");

  private static final InngestFunction FUNCTION =
      InngestFunction.withId("fn")
          .runs(
              (context, step) -> {
                step.run("load", Map.class, () -> Map.of("n", 1));
                step.sleep("wait", Duration.ofSeconds(1));
                return step.parallel(
                    () -> step.run("fail", String.class, () -> context.event().name()),
                    () -> step.run("load", String.class, () -> context.runId()));
              });

  private final Signatures signatures =
      new Signatures(List.of(), new SettableClock(CallScript.NOW));

  static LongStream seeds() {
    return new Random(20_261_129).longs(Integer.getInteger("fuzz.seeds", 10));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAnswerHasTheProtocolsFormAndTellsNoSecret(long seed) {
    var random = new Random(seed);
    // Its server is a port that nobody listens on: a sync and a fetch end at once.
    Map<String, String> common =
        Map.of("INNGEST_EVENT_KEY", EVENT_KEY, "INNGEST_BASE_URL", "http://127.0.0.1:1");
    Map<String, String> cloud = new HashMap<>(common);
    cloud.put("INNGEST_SIGNING_KEY", KEY);
    Map<String, String> dev = new HashMap<>(common);
    dev.put("INNGEST_DEV", "1");
    List<ServeHandler> handlers =
        List.of(
            CallScript.handler(cloud, _ -> List.of(), FUNCTION),
            CallScript.handler(dev, _ -> List.of(), FUNCTION));

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < REQUESTS; i++) {
            hold(seed, handlers.get(random.nextInt(2)), request(random));
          }
        });
  }

  private static void hold(long seed, ServeHandler handler, ServeRequest request) {
    ServeResponse response = handler.handle(request);
    String body = new String(response.body(), UTF_8);
    String what = "seed %d: %s %s %s".formatted(seed, request.method(), request.url(), body);

    assertThat(STATUSES).as(what).contains(response.status());
    assertThat(response.headers())
        .as(what)
        .containsKeys("X-Inngest-SDK", "X-Inngest-Req-Version", "Content-Type");
    Json json = Json.parse(response.body());
    assertThat(body).as(what).doesNotContain(KEY).doesNotContain(EVENT_KEY);
    if (response.status() >= 400) {
      assertThat(json.find("message").or(() -> json.find("error"))).as(what).isPresent();
    }
    if (json.find("code").isPresent()) { // a refusal of ours, and no failure of the function
      assertThat(body).as(what).doesNotContain("\\n\\tat ").doesNotContain("internal_error");
    }
  }

  private ServeRequest request(Random random) {
    byte[] body = body(random);
    Map<String, List<String>> headers = new HashMap<>();
    if (random.nextInt(3) > 0) {
      headers.put("X-Inngest-Signature", List.of(signature(random, body)));
    }
    if (random.nextInt(4) == 0) {
      headers.put("X-Inngest-Sync-Kind", List.of(random.nextBoolean() ? "in_band" : scrap(random)));
    }
    if (random.nextInt(4) == 0) {
      headers.put("X-Inngest-Server-Kind", List.of(random.nextBoolean() ? "dev" : "a\r\nB: c"));
    }
    String method =
        List.of("POST", "POST", "POST", "PUT", "GET", "DELETE", "").get(random.nextInt(7));
    return ServeRequest.of(method, url(random), headers, body);
  }

  private String signature(Random random, byte[] body) {
    String signature = signatures.sign(SigningKey.of("key", KEY), body);
    return random.nextInt(3) == 0 ? mutated(signature, random) : signature;
  }

  private static URI url(Random random) {
    List<String> parameters =
        List.of(
            "fnId=app-fn",
            "fnId=app-fn",
            "stepId=step",
            "stepId=%zz",
            "probe=trust",
            "probe=x",
            "deployId=1",
            "fnId=%F0%9F%98%80",
            "&&",
            "=",
            "stepId=" + CallScript.hash("fail"));
    var query = new StringBuilder("fnId=app-fn");
    for (int i = random.nextInt(4); i > 0; i--) {
      query.insert(0, parameters.get(random.nextInt(parameters.size())) + "&");
    }
    try {
      String origin = random.nextInt(8) == 0 ? "" : "http://app.test";
      return new URI(origin + "/api/inngest?" + query);
    } catch (java.net.URISyntaxException e) {
      return URI.create("http://app.test/api/inngest");
    }
  }

  private static byte[] body(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> CALL.getBytes(UTF_8);
      case 1 -> new byte[0];
      case 2 -> {
        var noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        yield noise;
      }
      default -> mutated(CALL, random).getBytes(UTF_8);
    };
  }

  private static String mutated(String text, Random random) {
    var mutated = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int from = random.nextInt(mutated.length() + 1);
      int to = Math.min(mutated.length(), from + random.nextInt(12));
      mutated.replace(from, to, random.nextBoolean() ? scrap(random) : "");
    }
    return mutated.toString();
  }

  private static String scrap(Random random) {
    return SCRAPS.get(random.nextInt(SCRAPS.size()));
  }
}
