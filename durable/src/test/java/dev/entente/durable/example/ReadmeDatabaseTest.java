package dev.entente.durable.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.StepView;
import dev.entente.inngest.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The example of the README: it is the source that is compiled here, and it runs.
final class ReadmeDatabaseTest {
  private static final int MOST_LINES = 60;

  @Test
  void exampleIsTheCompiledSource() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/entente/durable/example/OrderEngine.java"));
    String example = source.substring(source.indexOf("import dev."));

    Matcher block =
        Pattern.compile("```java\n(import dev\\..*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));

    assertThat(block.find()).isTrue();
    assertThat(block.group(1)).isEqualTo(example);
    assertThat(example.lines().count()).isLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void exampleRuns() {
    try (var database = EngineDatabase.open()) {
      var order = new OrderEngine.Order("o-1", List.of("tree", "star"));

      var run = OrderEngine.fulfil(order, database.source());

      assertThat(run.output().flatMap(output -> output.find("parcels")))
          .contains(Json.of(List.of("parcel of tree", "parcel of star")));
      assertThat(run.steps())
          .extracting(StepView::id)
          .containsExactlyInAnyOrder(
              "charge the card", "time to change it", "pack tree", "pack star");
    }
  }
}
