package dev.entente.durable.remote;

import dev.entente.durable.call.Call;
import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.StepKind;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls as the engine makes them.
public final class Calls {
  public static final String APP = "shop";
  public static final String RUN = "01JQDAE4RQF8MBCR55T5AK4KXR";
  public static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  public static final Event EVENT =
      Event.of("shop/order.placed", Map.of("id", "o-1")).withId("e-1").at(NOW);

  private Calls() {}

  /// The first call of a run.
  public static Call of(String function, KeptStep... steps) {
    return of(function, 0, EVENT, steps);
  }

  public static Call of(String function, int attempt, Event event, KeptStep... steps) {
    var definition =
        new FunctionDefinition(APP + "-" + function, APP, function, List.of(), 4, FlowControl.NONE);
    return new Call(
        definition,
        new RunContext(RUN, attempt, 5, List.of(event)),
        List.of(steps),
        Optional.empty());
  }

  public static Call running(String step, Call call) {
    return new Call(call.function(), call.context(), call.steps(), Optional.of(hash(step)));
  }

  public static KeptStep done(String step, StepKind kind, Object result) {
    return new KeptStep(hash(step), kind, new Memo.Done(Json.of(result)));
  }

  public static String hash(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
