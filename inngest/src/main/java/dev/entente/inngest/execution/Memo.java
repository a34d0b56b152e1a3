package dev.entente.inngest.execution;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
  /// `{"input":[…]}`, or the bare result. The official SDK (4.24.0, `api/schema`) takes the first
  /// three with a `type` beside, which says the name of the other member again; so does this.
  static Memo read(Json json) {
    return switch (json.size()) {
      case 1, 2 -> readWrapped(json, json.members());
      default -> new Done(json);
    };
  }

  private static Memo readWrapped(Json json, Map<String, Json> members) {
    String type = json.find("type").flatMap(Json::text).orElse("");
    for (Map.Entry<String, Json> member : members.entrySet()) {
      String name = member.getKey();
      if (members.size() == 1 || (!name.equals("type") && name.equals(type))) {
        return of(name, member.getValue()).orElseGet(() -> new Done(json));
      }
    }
    return new Done(json);
  }

  private static Optional<Memo> of(String name, Json value) {
    return switch (name) {
      case "data" -> Optional.of(new Done(value));
      case "error" -> Optional.of(new Failed(ErrorReport.read(value)));
      case "input" -> Optional.of(new Edited(first(value)));
      default -> Optional.empty();
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
