package dev.entente.durable.remote.call;

import dev.entente.durable.call.Call;
import dev.entente.durable.remote.json.EventJson;
import dev.entente.durable.remote.json.MemoJson;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The body of a call.
///
/// There is no `qi_id` in it, so that SDKs report each step instead of keeping several to
/// themselves.
public final class CallBody {
  /// Most bytes of a body; of what is larger all but the first event and the steps are left out,
  /// and fetched.
  static final int LARGEST = 4 << 20;

  /// The step of a call that finds out what comes next.
  public static final String WHOLE_FUNCTION = "step";

  private static final int SDK_DECIDES = -1;

  private CallBody() {}

  /// The bytes in canonical form, which is what is signed; empty if there is none, because of a
  /// number that fits no double.
  public static Optional<byte[]> of(Call call) {
    Json events = EventJson.ofAll(call.context().events());
    Json steps = MemoJson.ofAll(call.steps());
    return body(call, events, steps, false)
        .canonical()
        .flatMap(whole -> whole.length <= LARGEST ? Optional.of(whole) : reduced(call));
  }

  // The official SDK takes the first event from here even where it fetches all.
  private static Optional<byte[]> reduced(Call call) {
    Json first = EventJson.ofAll(call.context().events().subList(0, 1));
    return body(call, first, Json.of(Map.of()), true).canonical();
  }

  private static Json body(Call call, Json events, Json steps, boolean isReduced) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", events.elements().getFirst());
    body.put("events", isReduced ? List.of() : events);
    body.put("steps", steps);
    body.put("version", SDK_DECIDES);
    body.put("use_api", isReduced);
    body.put("ctx", context(call, isReduced));
    return Json.of(body);
  }

  private static Map<String, Object> context(Call call, boolean isReduced) {
    RunContext run = call.context();
    List<String> stack = MemoJson.stack(call.steps());
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("run_id", run.runId());
    context.put("attempt", run.attempt());
    context.put("max_attempts", run.maxAttempts());
    context.put("fn_id", uuid(call.function().id()));
    context.put("step_id", call.target().orElse(WHOLE_FUNCTION));
    context.put("disable_immediate_execution", false);
    context.put("use_api", isReduced);
    context.put("stack", Map.of("stack", stack, "current", stack.size()));
    return context;
  }

  // The same for one id for ever.
  private static String uuid(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
