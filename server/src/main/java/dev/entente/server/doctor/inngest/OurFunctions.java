package dev.entente.server.doctor.inngest;

import dev.entente.inngest.Inngest;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.serve.ServeRequest;
import dev.entente.inngest.serve.ServeResponse;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Surroundings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The functions of the program as its own endpoint tells them to a server: failure handlers are
/// functions too.
final class OurFunctions {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final URI ENDPOINT = URI.create("http://127.0.0.1/api/inngest");

  private OurFunctions() {}

  static List<FunctionFacts> of(String app, List<InngestFunction> functions) {
    var surroundings =
        new Surroundings(InstantSource.fixed(Instant.EPOCH), new SecureRandom(), _ -> {});
    ServeResponse told =
        new Inngest(app, Settings.of(Map.of("INNGEST_DEV", "1")), surroundings)
            .serve("spring-boot", functions)
            .handle(
                ServeRequest.of(
                    "PUT",
                    ENDPOINT,
                    Map.of("x-inngest-sync-kind", List.of("in_band")),
                    "{\"url\":\"%s\"}".formatted(ENDPOINT).getBytes(StandardCharsets.UTF_8)));
    return MAPPER
        .readTree(told.body())
        .path("functions")
        .valueStream()
        .map(function -> facts(app, function))
        .toList();
  }

  private static FunctionFacts facts(String app, JsonNode function) {
    Set<String> triggers = new HashSet<>();
    for (JsonNode trigger : function.path("triggers")) {
      triggers.add(
          trigger.has("cron")
              ? FunctionFacts.cron(trigger.path("cron").asString(""))
              : FunctionFacts.event(
                  trigger.path("event").asString(""), trigger.path("expression").asString("")));
    }
    return new FunctionFacts(
        function.path("id").asString("").replaceFirst("^" + app + "-", ""),
        function.path("name").asString(""),
        triggers,
        function.path("steps").path("step").path("retries").path("attempts").asInt(0));
  }
}
