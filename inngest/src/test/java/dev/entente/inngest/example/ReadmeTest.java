package dev.entente.inngest.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.entente.inngest.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The example of the README: it is the source that is compiled here, and it runs to its end when a
/// server leads it.
class ReadmeTest {
  private static final int MOST_LINES = 60;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static HttpServer server;
  private final Map<String, Object> state = new LinkedHashMap<>();

  @BeforeAll
  static void start() throws Exception {
    server = OrderExample.serve(0, Map.of("INNGEST_DEV", "1"));
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void exampleIsTheCompiledSource() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/entente/inngest/example/OrderExample.java"));
    String example = source.substring(source.indexOf("import com."));

    Matcher block =
        Pattern.compile("```java\n(import com\\..*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));

    assertThat(block.find()).isTrue();
    assertThat(block.group(1)).isEqualTo(example);
    assertThat(example.lines().count()).isLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void exampleRunsToItsEnd() throws Exception {
    List<String> told = new ArrayList<>();
    HttpResponse<String> answer = call("step");
    for (int i = 0; answer.statusCode() == 206 && i < 20; i++) {
      List<Json> operations = Json.parse(answer.body()).elements();
      for (Json operation : operations) {
        told.add(text(operation, "op") + " " + text(operation, "displayName"));
        keep(operation);
      }
      answer = call("step");
    }

    assertThat(told)
        .containsExactly(
            "StepRun charge the card",
            "Sleep give the customer time to change it",
            "StepPlanned pack tree",
            "StepPlanned pack star",
            "StepRun tell the customer");
    assertThat(answer.body())
        .contains("\"cents\":1999")
        .contains("[\"parcel of tree\",\"parcel of star\"]");
  }

  private void keep(Json operation) throws Exception {
    String id = text(operation, "id");
    Json done =
        text(operation, "op").equals("StepPlanned")
            ? Json.parse(call(id).body()).elements().getFirst()
            : operation;
    state.put(id, Map.of("data", done.members().get("data")));
  }

  private static String text(Json json, String member) {
    return json.find(member).flatMap(Json::text).orElseThrow();
  }

  private HttpResponse<String> call(String step) throws Exception {
    Map<String, Object> order = Map.of("id", "o-1", "items", List.of("tree", "star"));
    Map<String, Object> body =
        Map.of(
            "ctx", Map.of("run_id", "r-1", "attempt", 0, "max_attempts", 4),
            "event", Map.of("name", "shop/order.placed", "data", order),
            "steps", state);
    String query = "?fnId=shop-fulfil-order&stepId=" + step;
    return CLIENT.send(
        request(query).POST(BodyPublishers.ofByteArray(Json.of(body).toBytes())).build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String query) {
    String origin = "http://127.0.0.1:" + server.getAddress().getPort();
    return HttpRequest.newBuilder(URI.create(origin + "/api/inngest" + query));
  }

  @Test
  void serverTellsAboutItself() throws Exception {
    HttpResponse<String> answer = CLIENT.send(request("").GET().build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Inngest-SDK")).contains("entente-java:v0.1.0");
    assertThat(answer.body()).contains("\"function_count\":1").contains("\"mode\":\"dev\"");
  }

  @Test
  void headHasNoBodyAndTheHeaders() throws Exception {
    HttpResponse<String> answer = CLIENT.send(request("").HEAD().build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("X-Inngest-SDK")).isPresent();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void bodyThatIsTooLargeIsRefusedBeforeItIsKept() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            request("?fnId=shop-fulfil-order")
                .POST(BodyPublishers.ofByteArray(new byte[20 << 20]))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("8 MiB");
  }

  @Test
  void idsInTheStateAreHashes() throws Exception {
    byte[] sha1 = MessageDigest.getInstance("SHA-1").digest("charge the card".getBytes(UTF_8));

    assertThat(call("step").body()).contains(HexFormat.of().formatHex(sha1));
  }
}
