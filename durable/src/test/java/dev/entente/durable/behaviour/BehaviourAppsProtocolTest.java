package dev.entente.durable.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.SentEvent;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.remote.RemoteApp;
import dev.entente.durable.remote.RemoteEndpoint;
import dev.entente.durable.remote.server.EventSink;
import dev.entente.durable.remote.server.RunStates;
import dev.entente.durable.remote.server.ServerEndpoint;
import dev.entente.durable.remote.server.ServerHttpHandler;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.testkit.TypeScriptSdk;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The functions in Java and those of the official SDK, called over signed HTTP.
class BehaviourAppsProtocolTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final SigningKey SIGNING_KEY = SigningKey.of("key", KEY);
  private static final String EVENT_KEY = "s3cret";
  private static final Event LARGE =
      Event.of("behaviour/doubles", Map.of("n", 21, "text", "x".repeat(5 << 20)));

  private static final class LargeRun implements RunStates {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Progress progress(String runId) {
      return Progress.GOING_ON;
    }

    @Override
    public List<Event> events(String runId) {
      asked.incrementAndGet();
      return List.of(LARGE);
    }

    @Override
    public List<KeptStep> steps(String runId) {
      return List.of();
    }
  }

  private static final class NoEvents implements EventSink {
    @Override
    public String newId() {
      return "id";
    }

    @Override
    public void take(List<SentEvent> events) {
      // nobody hears them
    }
  }

  private static HttpServer eventServer(LargeRun states) throws Exception {
    var endpoint =
        new ServerEndpoint(
            Optional.of(new EventKey(EVENT_KEY)), Optional.of(SIGNING_KEY), new NoEvents(), states);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", new ServerHttpHandler(endpoint));
    server.start();
    return server;
  }

  private static RemoteApp app(int port) {
    URI url = URI.create("http://127.0.0.1:%d/api/inngest".formatted(port));
    return new RemoteApp(
        RemoteEndpoint.of(url).named(BehaviourFunctions.APP).signedWith(SIGNING_KEY),
        InstantSource.system());
  }

  private static Map<String, List<String>> walks(RemoteApp app) {
    Map<String, FunctionDefinition> functions = new LinkedHashMap<>();
    app.functions().forEach(function -> functions.put(function.id(), function));
    Map<String, List<String>> walks = new LinkedHashMap<>();
    for (Expectation expected : BehaviourExpectations.all()) {
      Event event =
          Event.of("behaviour/" + expected.id(), expected.data())
              .withId("e-1")
              .at(InstantSource.system().instant());
      FunctionDefinition function =
          Objects.requireNonNull(functions.get("behaviour-" + expected.id()), expected.id());
      walks.put(expected.id(), new Walk(app.caller(), function, event).trace());
    }
    return walks;
  }

  private static List<String> largeWalk(RemoteApp app) {
    FunctionDefinition doubles =
        app.functions().stream()
            .filter(function -> function.id().equals("behaviour-doubles"))
            .findFirst()
            .orElseThrow();
    return new Walk(app.caller(), doubles, LARGE).trace();
  }

  @Test
  void appOfTheOfficialSdkIsLikeOurs() throws Exception {
    var states = new LargeRun();
    HttpServer events = eventServer(states);
    Map<String, String> environment =
        Map.of(
            "INNGEST_SIGNING_KEY", KEY,
            "INNGEST_EVENT_KEY", EVENT_KEY,
            "INNGEST_BASE_URL", "http://127.0.0.1:" + events.getAddress().getPort());
    HttpServer java = BehaviourApp.serve(environment);
    try (var script = BehaviourAppsProtocolTest.class.getResourceAsStream("behaviour.mjs");
        var sdk =
            TypeScriptSdk.start("behaviour.mjs", Objects.requireNonNull(script), environment);
        RemoteApp theirs = app(Integer.parseInt(sdk.told()));
        RemoteApp ours = app(java.getAddress().getPort())) {
      assertThat(theirs.functions()).containsExactlyInAnyOrderElementsOf(ours.functions());
      Map<String, List<String>> their = walks(theirs);
      assertThat(largeWalk(theirs)).containsExactly("returned 42");
      assertThat(states.asked).hasValue(1);
      walks(ours)
          .forEach(
              (id, walk) ->
                  assertThat(withoutIds(their.getOrDefault(id, List.of())))
                      .as(id)
                      .isEqualTo(withoutIds(walk)));
    } finally {
      java.stop(0);
      events.stop(0);
    }
  }

  // Each sending has a seed of its own.
  private static List<String> withoutIds(List<String> walk) {
    return walk.stream().map(step -> step.replaceAll("[0-9A-HJKMNP-TV-Z]{26}", "id")).toList();
  }

  @Test
  void appInJavaIsServedFromAProcessOfItsOwn() throws Exception {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            BehaviourApp.class.getName());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("INNGEST_"));
    builder.environment().put("INNGEST_SIGNING_KEY", KEY);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var out = process.inputReader(UTF_8);
        RemoteApp app = app(Integer.parseInt(Objects.requireNonNull(out.readLine())))) {
      assertThat(app.functions()).hasSize(BehaviourFunctions.all().size() + 1); // and one handler
    } finally {
      process.getOutputStream().close();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void eachFunctionHasAnExpectation() {
    assertThat(BehaviourExpectations.all())
        .extracting(Expectation::id)
        .containsExactlyElementsOf(
            BehaviourFunctions.all().stream()
                .map(InngestFunction::id)
                .filter(id -> !id.equals("sleeps-long")) // there to be invoked alone
                .toList());
  }

  @Test
  void runsEndAsExpectedWhereTheyNeedNoEngine() throws Exception {
    HttpServer events = eventServer(new LargeRun());
    HttpServer java =
        BehaviourApp.serve(
            Map.of(
                "INNGEST_SIGNING_KEY", KEY,
                "INNGEST_EVENT_KEY", EVENT_KEY,
                "INNGEST_BASE_URL", "http://127.0.0.1:" + events.getAddress().getPort()));
    try (RemoteApp app = app(java.getAddress().getPort())) {
      Map<String, List<String>> walks = walks(app);

      assertThat(BehaviourExpectations.all())
          .filteredOn(BehaviourAppsProtocolTest::needsNoEngine)
          .hasSizeGreaterThan(20)
          .allSatisfy(
              expected ->
                  assertThat(Objects.requireNonNull(walks.get(expected.id())).getLast())
                      .startsWith(end(expected)));
    } finally {
      java.stop(0);
      events.stop(0);
    }
  }

  private static boolean needsNoEngine(Expectation expected) {
    return expected.then().isEmpty()
        && !expected.statuses().contains("CANCELLED")
        && !expected.id().startsWith("invoke");
  }

  private static String end(Expectation expected) {
    return expected
        .output()
        .map(output -> "returned " + output)
        .orElseGet(() -> "failed " + expected.error().orElse(""));
  }
}
