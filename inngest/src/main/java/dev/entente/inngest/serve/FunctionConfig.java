package dev.entente.inngest.serve;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.DurationText;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Definitions as a sync tells them to the server, always in the same order: the server compares
/// what it is told with what it was told before.
final class FunctionConfig {
  private static final String STEP = "step";
  private static final String FAILED = "inngest/function.failed";

  private final App app;
  private final URI endpoint;

  /// @param endpoint where the server reaches the app
  FunctionConfig(App app, URI endpoint) {
    this.app = app;
    this.endpoint = endpoint;
  }

  List<Map<String, Object>> all() {
    List<Map<String, Object>> configs = new ArrayList<>();
    for (InngestFunction function : app.functions()) {
      configs.add(config(function));
      function.failureHandler().ifPresent(_ -> configs.add(failureConfig(function)));
    }
    return configs;
  }

  private Map<String, Object> config(InngestFunction function) {
    String id = App.composite(app.id(), function.id());
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("id", id);
    config.put("name", function.name());
    config.put("triggers", function.triggers().stream().map(FunctionConfig::trigger).toList());
    config.put("steps", steps(id, function.retries()));
    config.putAll(FlowConfig.of(function.flow()));
    List<Map<String, Object>> cancel =
        function.flow().cancelOn().stream().map(FunctionConfig::cancel).toList();
    if (!cancel.isEmpty()) {
      config.put("cancel", cancel);
    }
    return config;
  }

  private Map<String, Object> failureConfig(InngestFunction function) {
    String id = App.composite(app.id(), function.id());
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("id", id + App.FAILURE);
    config.put("name", function.name() + " (failure)");
    String quoted = id.replace("\\", "\\\\").replace("'", "\\'");
    String ofThisFunction = "event.data.function_id == '" + quoted + "'";
    config.put("triggers", List.of(trigger(Trigger.event(FAILED).when(ofThisFunction))));
    config.put("steps", steps(id + App.FAILURE, App.FAILURE_RETRIES));
    return config;
  }

  private Map<String, Object> steps(String id, int retries) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("id", STEP);
    step.put("name", STEP);
    Map<String, Object> runtime = new LinkedHashMap<>();
    runtime.put("type", "http");
    runtime.put("url", Endpoint.ofFunction(endpoint, id, STEP));
    step.put("runtime", runtime);
    step.put("retries", Map.of("attempts", retries));
    return Map.of(STEP, step);
  }

  private static Map<String, Object> trigger(Trigger trigger) {
    Map<String, Object> config = new LinkedHashMap<>();
    switch (trigger) {
      case Trigger.OnEvent event -> {
        config.put("event", event.name());
        event.expression().ifPresent(expression -> config.put("expression", expression));
      }
      case Trigger.Cron cron -> {
        config.put("cron", cron.text());
        cron.jitter().ifPresent(jitter -> config.put("jitter", DurationText.of(jitter)));
      }
    }
    return config;
  }

  private static Map<String, Object> cancel(CancelOn cancelOn) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("event", cancelOn.event());
    cancelOn.expression().ifPresent(expression -> config.put("if", expression));
    cancelOn.timeout().ifPresent(timeout -> config.put("timeout", DurationText.of(timeout)));
    return config;
  }
}
