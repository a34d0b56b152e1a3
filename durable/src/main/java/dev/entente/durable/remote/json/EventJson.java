package dev.entente.durable.remote.json;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Events as SDKs read them: with a `user`, which is always there.
public final class EventJson {
  private static final Json NOBODY = Json.of(Map.of());

  private EventJson() {}

  /// All of them, in their order.
  public static Json ofAll(List<Event> events) {
    return Json.of(events.stream().map(EventJson::of).toList());
  }

  /// One event.
  public static Json of(Event event) {
    Map<String, Json> members = new LinkedHashMap<>(event.toJson().members());
    members.put("user", NOBODY);
    return Json.of(members);
  }
}
