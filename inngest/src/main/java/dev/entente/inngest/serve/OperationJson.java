package dev.entente.inngest.serve;

import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.Operation.InvokeFunction;
import dev.entente.inngest.execution.Operation.Sleep;
import dev.entente.inngest.execution.Operation.SleepUntil;
import dev.entente.inngest.execution.Operation.StepError;
import dev.entente.inngest.execution.Operation.StepPlanned;
import dev.entente.inngest.execution.Operation.StepRun;
import dev.entente.inngest.execution.Operation.WaitForEvent;
import dev.entente.inngest.execution.StepOptions;
import dev.entente.inngest.flow.DurationText;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Operations as the protocol writes them: keys that stand for nothing are absent, and `data` is
/// `null` where a step has none yet.
final class OperationJson {
  private OperationJson() {}

  /// @param appId of the app whose functions are invoked unless another is named
  static Map<String, Object> of(Operation operation, String appId) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("op", name(operation));
    json.put("id", operation.step().hash());
    json.put("name", operation.step().id());
    json.put("displayName", operation.step().id());
    Map<String, Object> options = options(operation, appId);
    if (!options.isEmpty()) {
      json.put("opts", options);
    }
    json.put("data", operation instanceof StepRun run ? run.result() : Json.NULL);
    if (operation instanceof StepError failed) {
      json.put("error", failed.error().toJson());
    }
    return json;
  }

  private static String name(Operation operation) {
    return switch (operation) {
      case StepRun _ -> "StepRun";
      case StepError failed -> failed.retry().isWanted() ? "StepError" : "StepFailed";
      case StepPlanned _ -> "StepPlanned";
      case Sleep _, SleepUntil _ -> "Sleep";
      case WaitForEvent _ -> "WaitForEvent";
      case InvokeFunction _ -> "InvokeFunction";
    };
  }

  private static Map<String, Object> options(Operation operation, String appId) {
    return switch (operation) {
      case StepRun run -> options(run.options());
      case StepError failed -> options(failed.options());
      case StepPlanned planned -> options(planned.options());
      case Sleep sleep -> Map.of("duration", DurationText.of(sleep.duration()));
      case SleepUntil sleep -> Map.of("duration", sleep.time().toString());
      case WaitForEvent waiting -> options(waiting.wanted());
      case InvokeFunction invoking -> options(invoking.invocation(), appId);
    };
  }

  private static Map<String, Object> options(StepOptions options) {
    Map<String, Object> json = new LinkedHashMap<>();
    options.type().ifPresent(type -> json.put("type", type));
    options.input().ifPresent(input -> json.put("input", List.of(input)));
    return json;
  }

  private static Map<String, Object> options(EventWait wait) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("event", wait.event());
    json.put("timeout", DurationText.of(wait.timeout()));
    wait.expression().ifPresent(expression -> json.put("if", expression));
    return json;
  }

  private static Map<String, Object> options(Invocation invocation, String appId) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "function_id", App.composite(invocation.appId().orElse(appId), invocation.functionId()));
    json.put("payload", Map.of("data", invocation.data()));
    invocation.timeout().ifPresent(timeout -> json.put("timeout", DurationText.of(timeout)));
    return json;
  }
}
