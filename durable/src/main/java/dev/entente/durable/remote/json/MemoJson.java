package dev.entente.durable.remote.json;

import dev.entente.durable.call.KeptStep;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Kept steps as SDKs read them.
public final class MemoJson {
  private MemoJson() {}

  /// All of them by hash, in their order.
  public static Json ofAll(List<KeptStep> steps) {
    Map<String, Json> memos = new LinkedHashMap<>();
    steps.forEach(step -> memos.put(step.hash(), of(step)));
    return Json.of(memos);
  }

  private static Json of(KeptStep step) {
    return switch (step.memo()) {
      case Memo.Done(var result) ->
          switch (step.kind()) {
            case RUN, INVOCATION -> Json.of(Map.of("data", result));
            case EVENT_WAIT -> result;
            case SLEEP -> Json.NULL;
          };
      case Memo.Failed(var error) -> Json.of(Map.of("error", error.toJson()));
      case Memo.Edited(var input) -> Json.of(Map.of("input", List.of(input)));
    };
  }

  /// The hashes of those that have ended, in their order.
  public static List<String> stack(List<KeptStep> steps) {
    return steps.stream()
        .filter(step -> !(step.memo() instanceof Memo.Edited))
        .map(KeptStep::hash)
        .toList();
  }
}
