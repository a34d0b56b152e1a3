package dev.entente.durable.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.serve.HttpServerAdapter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an app is told of functions is what they are.
class SyncLawsTest {
  private static final int FUNCTIONS = 500;

  @Test
  void whatIsReadIsWhatWasWritten() {
    long seed = System.nanoTime();
    var random = new RandomFunctions(new Random(seed));
    List<InngestFunction> functions = IntStream.range(0, FUNCTIONS).mapToObj(random::next).toList();

    List<FunctionDefinition> read = sync(functions);

    assertThat(read)
        .as("seed %d", seed)
        .containsExactlyElementsOf(functions.stream().flatMap(SyncLawsTest::expected).toList());
  }

  private static List<FunctionDefinition> sync(List<InngestFunction> functions) {
    var serve = Inngest.of("shop", Map.of("INNGEST_DEV", "1")).serve("test", functions);
    try (var server = LoopbackServer.start(new HttpServerAdapter(serve));
        var app =
            new RemoteApp(RemoteEndpoint.of(server.url("/api/inngest")), InstantSource.system())) {
      return app.functions();
    }
  }

  private static Stream<FunctionDefinition> expected(InngestFunction function) {
    String id = "shop-" + function.id();
    var whole =
        new FunctionDefinition(
            id, "shop", function.name(), function.triggers(), function.retries(), function.flow());
    return Stream.concat(
        Stream.of(whole),
        function.failureHandler().stream().map(_ -> failure(id, function.name())));
  }

  private static FunctionDefinition failure(String id, String name) {
    return new FunctionDefinition(
        id + "-failure",
        "shop",
        name + " (failure)",
        List.of(
            Trigger.event("inngest/function.failed")
                .when("event.data.function_id == '%s'".formatted(id))),
        1,
        FlowControl.NONE);
  }
}
