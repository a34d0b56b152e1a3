package dev.entente.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.Refusal;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// docs/reasons.md shows what is sent, and nothing else is.
class ReasonsPageDatabaseTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CAUSE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "reasons.md"));
  }

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(page()).results().map((MatchResult block) -> block.group(1)).toList();
  }

  @Test
  void thePageShowsTheWholeRequest() throws IOException {
    List<String> blocks = blocks();
    try (GeminiStandIn gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
        TestService service = ModelService.start(gemini, Map.of())) {
      Api api = service.api();
      assertThat(api.put("/api/candidates/c-204", blocks.get(0)).status()).isEqualTo(201);
      assertThat(api.put("/api/postings/p-31", blocks.get(1)).status()).isEqualTo(201);
      service.settle();
      ModelService.awaitEnd(service);

      JsonNode request = JSON.readTree(gemini.requests().getFirst().body());
      Path sent = Path.of("target", "reasons-page-request.json");
      Files.writeString(sent, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(request));
      assertThat(gemini.requests()).hasSize(1);
      assertThat(JSON.readTree(blocks.get(3))).as("see " + sent).isEqualTo(request);
      String document = request.at("/contents/0/parts/0/text").stringValue();
      assertThat(JSON.readTree(blocks.get(2))).isEqualTo(JSON.readTree(document));
    }
  }

  @Test
  void thePageTellsEveryRefusal() throws IOException {
    assertThat(CAUSE.matcher(page()).results().map(found -> found.group(1)).collect(toSet()))
        .isEqualTo(Arrays.stream(Refusal.values()).map(Enum::name).collect(toSet()));
  }
}
