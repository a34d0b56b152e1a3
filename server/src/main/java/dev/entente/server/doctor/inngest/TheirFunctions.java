package dev.entente.server.doctor.inngest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The functions that a server knows, and those of them that it does not run.
///
/// @param paused ids of functions that somebody has stopped there
record TheirFunctions(List<FunctionFacts> functions, List<String> paused) {
  /// The query for servers that have no newer way; their answer is read by [#ofGraph].
  static final String QUERY =
      "{ functions { slug name triggers { type value condition }"
          + " configuration { retries { value } } } }";

  /// Reads `GET /v2/apps/{app}/functions`, whose zeros and empty texts are left out.
  static TheirFunctions ofRest(String app, JsonNode body) {
    List<FunctionFacts> functions = new ArrayList<>();
    List<String> paused = new ArrayList<>();
    for (JsonNode function : body.path("data")) {
      String id = bare(app, function.path("id").asString(""));
      if (!function.path("isArchived").asBoolean(false)) {
        functions.add(facts(id, function, "if"));
      }
      if (function.path("isPaused").asBoolean(false)) {
        paused.add(id);
      }
    }
    return new TheirFunctions(functions, paused);
  }

  /// Reads the answer to [#QUERY]. It has the functions of all apps.
  static TheirFunctions ofGraph(String app, JsonNode body) {
    List<FunctionFacts> functions = new ArrayList<>();
    for (JsonNode function : body.path("data").path("functions")) {
      String slug = function.path("slug").asString("");
      if (slug.startsWith(app + "-")) {
        functions.add(facts(bare(app, slug), function, "condition"));
      }
    }
    return new TheirFunctions(functions, List.of());
  }

  private static String bare(String app, String id) {
    return id.startsWith(app + "-") ? id.substring(app.length() + 1) : id;
  }

  private static FunctionFacts facts(String id, JsonNode function, String condition) {
    Set<String> triggers = new HashSet<>();
    for (JsonNode trigger : function.path("triggers")) {
      String value = trigger.path("value").asString("");
      triggers.add(
          trigger.path("type").asString("").endsWith("CRON")
              ? FunctionFacts.cron(value)
              : FunctionFacts.event(value, trigger.path(condition).asString("")));
    }
    return new FunctionFacts(
        id,
        function.path("name").asString(""),
        triggers,
        function.path("configuration").path("retries").path("value").asInt(0));
  }
}
