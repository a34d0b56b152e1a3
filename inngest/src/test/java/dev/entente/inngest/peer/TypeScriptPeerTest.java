package dev.entente.inngest.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.Inngest;
import dev.entente.inngest.client.FakeServer;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.peer.AllowedDifferences.Difference;
import dev.entente.inngest.serve.ServeHandler;
import dev.entente.inngest.serve.ServeRequest;
import dev.entente.inngest.serve.ServeResponse;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.inngest.settings.Surroundings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The official SDK and ours side by side: the same functions, the same requests, the same answers
/// but for what `differences.tsv` allows.
class TypeScriptPeerTest {
  private static final String KEY = "signkey-test-0123456789abcdef0123456789abcdef";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final InstantSource CLOCK = InstantSource.system();

  @Test
  void answersAreThoseOfTheOfficialSdk() throws Exception {
    AllowedDifferences allowed = AllowedDifferences.load();
    List<Difference> differences = new ArrayList<>();
    try (FakeServer server = FakeServer.start()) {
      server.answering(200, "{\"ids\":[\"e-1\"],\"status\":200,\"ok\":true,\"modified\":true}");
      Map<String, String> environment = environment(server.url());
      try (TypeScriptPeer peer = TypeScriptPeer.start(environment)) {
        ServeHandler dev = handler(environment, Map.of("INNGEST_DEV", "1"));
        ServeHandler cloud = handler(environment, Map.of());
        List<PeerCase> cases = PeerCase.all();
        List<Map<String, String>> theirs = askAll(cases, peer);
        for (int i = 0; i < cases.size(); i++) {
          PeerCase asked = cases.get(i);
          Map<String, String> ours =
              asked.isCloud() ? ask(cloud, peer.cloud(), asked) : ask(dev, peer.dev(), asked);
          differences.addAll(compare(asked.name(), ours, theirs.get(i)));
        }
        differences.addAll(compareRegistrations(server));
      }
    }

    assertThat(differences.stream().filter(found -> !allowed.allow(found)).toList())
        .as("differences that differences.tsv does not list")
        .isEmpty();
    assertThat(allowed.unused()).as("lines of differences.tsv that nothing needs").isEmpty();
  }

  @Test
  void eachCaseHasANameOfItsOwn() {
    assertThat(PeerCase.all()).extracting(PeerCase::name).doesNotHaveDuplicates();
  }

  private static Map<String, String> environment(String server) {
    return Map.of(
        "INNGEST_SIGNING_KEY", KEY, "INNGEST_EVENT_KEY", "test", "INNGEST_BASE_URL", server);
  }

  private static ServeHandler handler(Map<String, String> environment, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    var surroundings = new Surroundings(CLOCK, new Random(1), Thread::sleep);
    return new Inngest("app", Settings.of(all), surroundings).serve("nodejs", PeerFunctions.all());
  }

  // At once, because the official SDK waits for seconds where a step is missing.
  private static List<Map<String, String>> askAll(List<PeerCase> cases, TypeScriptPeer peer)
      throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Map<String, String>>> tasks = new ArrayList<>();
      for (PeerCase asked : cases) {
        tasks.add(() -> ask(asked.isCloud() ? peer.cloud() : peer.dev(), asked));
      }
      List<Map<String, String>> answers = new ArrayList<>();
      for (Future<Map<String, String>> answer : executor.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static Map<String, String> ask(URI endpoint, PeerCase asked) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(endpoint, asked))
            .method(asked.method(), BodyPublishers.ofString(asked.body()));
    headers(asked).forEach(request::setHeader);
    HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    Map<String, String> headers = new TreeMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return PeerAnswer.of(response.statusCode(), withoutTransport(headers), response.body());
  }

  private static Map<String, String> ask(ServeHandler handler, URI endpoint, PeerCase asked) {
    Map<String, List<String>> headers = new HashMap<>();
    headers(asked).forEach((name, value) -> headers.put(name, List.of(value)));
    ServeResponse response =
        handler.handle(
            ServeRequest.of(
                asked.method(), url(endpoint, asked), headers, asked.body().getBytes(UTF_8)));
    Map<String, String> named = new TreeMap<>();
    response.headers().forEach((name, value) -> named.put(name.toLowerCase(Locale.ROOT), value));
    return PeerAnswer.of(response.status(), withoutTransport(named), response.body());
  }

  // What an HTTP server adds by itself.
  private static Map<String, String> withoutTransport(Map<String, String> headers) {
    for (String name :
        List.of("date", "connection", "keep-alive", "transfer-encoding", "content-length")) {
      headers.remove(name);
    }
    return headers;
  }

  private static URI url(URI endpoint, PeerCase asked) {
    return asked.query().isEmpty() ? endpoint : URI.create(endpoint + "?" + asked.query());
  }

  private static Map<String, String> headers(PeerCase asked) {
    Map<String, String> headers = new HashMap<>(asked.headers());
    headers.put("content-type", "application/json");
    if (asked.isSigned()) {
      SigningKey key = SigningKey.of("key", KEY);
      byte[] body = asked.body().getBytes(UTF_8);
      headers.put("x-inngest-signature", new Signatures(List.of(key), CLOCK).sign(key, body));
    }
    return headers;
  }

  private static List<Difference> compareRegistrations(FakeServer server) {
    List<FakeServer.Asked> both =
        server.asked().stream().filter(asked -> asked.url().startsWith("/fn/register")).toList();
    assertThat(both).hasSize(2);
    return compare("registration", registration(both.get(1)), registration(both.get(0)));
  }

  private static Map<String, String> registration(FakeServer.Asked asked) {
    Map<String, String> values = new TreeMap<>();
    values.put("/url", asked.url());
    PeerAnswer.add("/authorization", Json.of(asked.header("Authorization").orElse("")), values);
    PeerAnswer.add("/body", asked.body(), values);
    return values;
  }

  private static List<Difference> compare(
      String name, Map<String, String> ours, Map<String, String> theirs) {
    var places = new TreeSet<>(ours.keySet());
    places.addAll(theirs.keySet());
    return places.stream()
        .map(
            place ->
                new Difference(
                    name, place, ours.getOrDefault(place, "-"), theirs.getOrDefault(place, "-")))
        .filter(difference -> !difference.ours().equals(difference.theirs()))
        .toList();
  }
}
