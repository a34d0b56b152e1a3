package dev.entente.inngest.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.inngest.StepHash;
import dev.entente.inngest.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One request that both are sent.
///
/// @param isCloud whether to the endpoint in cloud mode
/// @param isSigned whether with a signature that fits
record PeerCase(
    String name,
    boolean isCloud,
    boolean isSigned,
    String method,
    String query,
    Map<String, String> headers,
    String body) {

  static List<PeerCase> all() {
    List<PeerCase> cases = new ArrayList<>();
    calls(cases);
    replays(cases);
    endpoint(cases);
    return cases;
  }

  private static void calls(List<PeerCase> cases) {
    for (String function :
        List.of(
            "value",
            "nothing",
            "steps",
            "sleeps",
            "waits",
            "invokes",
            "sends",
            "group",
            "chains",
            "loop",
            "literal",
            "input",
            "fails",
            "fails-for-good",
            "fails-later",
            "step-fails",
            "step-fails-for-good",
            "step-fails-later",
            "catches")) {
      cases.add(call(function));
    }
    for (String function : List.of("fails", "fails-later", "step-fails", "step-fails-later")) {
      cases.add(of("last attempt of " + function, function, "step", context(4, false), Map.of()));
    }
    for (String function : List.of("steps", "group", "sleeps")) {
      cases.add(of("plan of " + function, function, "step", context(0, true), Map.of()));
    }
    cases.add(of("planned step of group", "group", StepHash.of("b"), context(0, true), Map.of()));
    cases.add(
        of(
            "planned step of a chain",
            "chains",
            StepHash.of("y 2"),
            context(0, true),
            done("x 1", 1, "y 1", 1)));
    cases.add(of("missing step", "steps", StepHash.of("gone"), context(0, true), Map.of()));
  }

  private static void replays(List<PeerCase> cases) {
    cases.add(replay("steps, one done", done("one", 1)));
    cases.add(replay("steps, all done", done("one", 1, "two", 2)));
    cases.add(replay("steps, bare", Map.of(StepHash.of("one"), 1, StepHash.of("two"), 2)));
    cases.add(replay("steps, one failed", failed("one")));
    cases.add(replay("steps, one failed with all that an error has", failedInFull("one")));
    cases.add(replay("steps, one gone", done("gone", 9, "one", 1)));
    cases.add(replay("sleeps, first over", done("first", Json.NULL)));
    cases.add(replay("sleeps, all over", done("first", Json.NULL, "second", Json.NULL)));
    cases.add(replay("waits, in vain", nothing("approval")));
    cases.add(replay("waits, no more", event("approval")));
    cases.add(replay("invokes, done", done("score", Map.of("n", 1))));
    cases.add(replay("invokes, failed", failed("score")));
    cases.add(replay("sends, done", done("tell", Map.of("ids", List.of("e-1")))));
    cases.add(replay("group, all done", done("a", "A", "b", "B", "c", Json.NULL)));
    cases.add(replay("chains, first done", done("x 1", 1, "y 1", 1)));
    cases.add(replay("chains, one ahead", done("x 1", 1, "y 1", 1, "x 2", 10)));
    cases.add(replay("loop, two done", done("load", 1, "load:1", 2)));
    cases.add(replay("loop, all done", done("load", 1, "load:1", 2, "load:2", 3)));
    cases.add(replay("literal, two done", done("a:1", 1, "a", 2)));
    cases.add(replay("input, edited", edited("double", Map.of("n", 100))));
    cases.add(replay("catches, failed", failed("call")));
    cases.add(replay("catches, done", done("call", "x")));
  }

  private static void endpoint(List<PeerCase> cases) {
    String call = body(context(0, false), Map.of());
    String value = "fnId=app-value&stepId=step";
    cases.add(new PeerCase("introspection in dev", false, false, "GET", "", Map.of(), ""));
    cases.add(new PeerCase("introspection unsigned", true, false, "GET", "", Map.of(), ""));
    cases.add(new PeerCase("introspection signed", true, true, "GET", "", Map.of(), ""));
    cases.add(new PeerCase("signed call", true, true, "POST", value, Map.of(), call));
    cases.add(new PeerCase("unsigned call", true, false, "POST", value, Map.of(), call));
    cases.add(
        new PeerCase(
            "call with a signature of then",
            true,
            false,
            "POST",
            value,
            Map.of("x-inngest-signature", "t=1700000000&s=" + "0".repeat(64)),
            call));
    cases.add(new PeerCase("trust", true, true, "POST", "probe=trust", Map.of(), "{}"));
    cases.add(new PeerCase("no trust", true, false, "POST", "probe=trust", Map.of(), "{}"));
    cases.add(new PeerCase("other probe", true, true, "POST", "probe=other", Map.of(), "{}"));
    cases.add(new PeerCase("no function", false, false, "POST", "", Map.of(), call));
    cases.add(new PeerCase("other function", false, false, "POST", "fnId=app-x", Map.of(), call));
    cases.add(new PeerCase("no call", false, false, "POST", value, Map.of(), "{}"));
    cases.add(new PeerCase("other method", false, false, "DELETE", "", Map.of(), ""));
    Map<String, String> inBand = Map.of("x-inngest-sync-kind", "in_band");
    String url = "{\"url\":\"https://app.test/api/inngest?x=y\"}";
    cases.add(new PeerCase("sync in band", true, true, "PUT", "", inBand, url));
    cases.add(new PeerCase("sync in band unsigned", true, false, "PUT", "", inBand, url));
    cases.add(new PeerCase("sync in band nowhere", true, true, "PUT", "", inBand, "{\"url\":7}"));
    cases.add(new PeerCase("sync", true, false, "PUT", "deployId=d", Map.of(), "{}"));
  }

  private static PeerCase call(String function) {
    return of(function, function, "step", context(0, false), Map.of());
  }

  /// A call behind others; its name begins with the function's.
  private static PeerCase replay(String name, Map<String, Object> steps) {
    return of(name, name.substring(0, name.indexOf(',')), "step", context(0, false), steps);
  }

  private static PeerCase of(
      String name,
      String function,
      String step,
      Map<String, Object> context,
      Map<String, Object> steps) {
    String query = "fnId=app-" + function + "&stepId=" + step;
    return new PeerCase(name, false, false, "POST", query, Map.of(), body(context, steps));
  }

  private static Map<String, Object> context(int attempt, boolean isPlanOnly) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("run_id", "01JQDAE4RQF8MBCR55T5AK4KXR");
    context.put("attempt", attempt);
    context.put("max_attempts", 5);
    context.put("disable_immediate_execution", isPlanOnly);
    context.put("stack", Map.of("stack", List.of(), "current", 0));
    return context;
  }

  private static String body(Map<String, Object> context, Map<String, Object> steps) {
    Map<String, Object> event =
        Map.of("name", "test/started", "data", Map.of("n", 7), "user", Map.of());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ctx", context);
    body.put("event", event);
    body.put("events", List.of(event));
    body.put("steps", steps);
    body.put("version", -1);
    return new String(Json.of(body).canonical().orElseThrow(), UTF_8);
  }

  private static Map<String, Object> done(Object... idsAndResults) {
    Map<String, Object> steps = new LinkedHashMap<>();
    for (int i = 0; i < idsAndResults.length; i += 2) {
      Map<String, Object> memo = new LinkedHashMap<>();
      memo.put("data", idsAndResults[i + 1]);
      steps.put(StepHash.of(String.valueOf(idsAndResults[i])), memo);
    }
    return steps;
  }

  private static Map<String, Object> failed(String id) {
    return Map.of(
        StepHash.of(id), Map.of("error", Map.of("name", "Error", "message", "no network")));
  }

  private static Map<String, Object> failedInFull(String id) {
    Map<String, Object> error =
        Map.of(
            "name", "TypeError",
            "message", "no network",
            "stack", "TypeError: no network\n    at call (shop.js:7:1)",
            "cause", Map.of("name", "Error", "message", "cable", "stack", "Error: cable"));
    return Map.of(StepHash.of(id), Map.of("error", error));
  }

  private static Map<String, Object> edited(String id, Object input) {
    return Map.of(StepHash.of(id), Map.of("input", List.of(input)));
  }

  private static Map<String, Object> event(String id) {
    Object event =
        Map.of("name", "order/approved", "data", Map.of("by", "r-7"), "id", "e-1", "ts", 1);
    return Map.of(StepHash.of(id), event);
  }

  private static Map<String, Object> nothing(String id) {
    Map<String, Object> steps = new LinkedHashMap<>();
    steps.put(StepHash.of(id), Json.NULL);
    return steps;
  }

  @Override
  public String toString() {
    return name;
  }
}
