package dev.entente.durable.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.entente.durable.call.LocalApp;
import dev.entente.durable.remote.RandomFunctions;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DefinitionJsonLawsTest {
  private static final int FUNCTIONS = 500;

  @Test
  void whatIsReadIsWhatWasWritten() {
    long seed = System.nanoTime();
    var random = new RandomFunctions(new Random(seed));
    List<InngestFunction> functions = IntStream.range(0, FUNCTIONS).mapToObj(random::next).toList();

    assertThat(new LocalApp("shop", functions).functions())
        .as("seed %d", seed)
        .allSatisfy(
            function ->
                assertThat(
                        DefinitionJson.read(Json.parse(DefinitionJson.write(function).toString())))
                    .isEqualTo(function));
  }

  @Test
  void whatIsNoTriggerIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DefinitionJson.read(
                    Json.parse(
                        """
                        {"id":"a-b","appId":"a","name":"b","triggers":[{}],"retries":4,"flow":
                        {"concurrency":[],"cancelOn":[]}}
                        """)))
        .withMessage("a trigger has neither event nor cron");
  }
}
