package dev.entente.inngest.execution;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the state of a run keeps of a step. Immutable.
public sealed interface Memo {
  /// The step is done.
  ///
  /// @param result `null` for a sleep that is over, an event that did not come, or code that gave
  ///   nothing
  record Done(Json result) implements Memo {}

  /// The step has failed for good.
  record Failed(ErrorReport error) implements Memo {}

  /// The step is to be run, with an input that somebody edited.
  ///
  /// @param input the first argument; `null` if there is none
  record Edited(Json input) implements Memo {}

  /// Reads the state of a step as the server sends it: `{"data":…}`, `{"error":…}`,
  /// `{"input":[…]}`, or the bare result.
  static Memo read(Json json) {
    Set<String> names = new TreeSet<>(json.members().keySet());
    json.find("type")
        .flatMap(Json::text)
        .filter(names::contains)
        .ifPresent(_ -> names.remove("type"));
    if (names.size() != 1) {
      return new Done(json);
    }
    String only = names.iterator().next();
    Json value = json.find(only).orElse(Json.NULL);
    return switch (only) {
      case "data" -> new Done(value);
      case "error" -> new Failed(ErrorReport.read(value));
      case "input" -> new Edited(first(value));
      default -> new Done(json);
    };
  }

  private static Json first(Json arguments) {
    Iterator<Json> elements = arguments.elements().iterator();
    return elements.hasNext() ? elements.next() : Json.NULL;
  }

  /// Reads the state of all steps, in its order.
  static Map<String, Memo> readAll(Json steps) {
    Map<String, Memo> memos = new LinkedHashMap<>();
    steps.members().forEach((hash, memo) -> memos.put(hash, read(memo)));
    return memos;
  }
}
