package dev.entente.durable.remote.sync;

import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what an app tells of its functions.
///
/// @param appId of the app
public record FunctionReader(String appId) {
  private static final String[] KNOWN =
      Stream.concat(
              Stream.of("id", "name", "triggers", "steps", "retries", "checkpoint"),
              FlowReader.KNOWN.stream())
          .toArray(String[]::new);
  private static final FunctionBody ELSEWHERE = (_, _) -> null;

  /// A function, and where it is called.
  public record Told(FunctionDefinition definition, FunctionUrl url) {}

  /// Reads a function.
  ///
  /// @throws IllegalArgumentException that names the app and the function, and says what is wrong
  public Told read(Json json) {
    String id = json.find("id").flatMap(Json::text).orElse("(without id)");
    try {
      return read(id, Members.of("", json, KNOWN));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "app %s, function %s: %s".formatted(appId, id, e.getMessage()), e);
    }
  }

  private Told read(String id, Members function) {
    String before = appId + "-";
    if (!id.startsWith(before)) {
      throw new IllegalArgumentException("its id must begin with %s".formatted(before));
    }
    Members step = step(function);
    List<Trigger> triggers = function.list("triggers").stream().map(TriggerReader::read).toList();
    FlowControl flow = new FlowReader(function).read();
    // checked as one that is written in Java
    var checked =
        new InngestFunction(
            id.substring(before.length()),
            function.text("name").orElse(id),
            triggers,
            retries(function, step),
            flow,
            ELSEWHERE,
            Optional.empty());
    return new Told(
        new FunctionDefinition(id, appId, checked.name(), triggers, checked.retries(), flow),
        url(id, step));
  }

  private static Members step(Members function) {
    Members steps =
        function
            .object("steps", "step")
            .orElseThrow(() -> new IllegalArgumentException("steps is missing"));
    return steps
        .object("step", "id", "name", "runtime", "retries")
        .orElseThrow(() -> new IllegalArgumentException("steps.step is missing"));
  }

  private static int retries(Members function, Members step) {
    return step.object("retries", "attempts")
        .flatMap(retries -> retries.number("attempts"))
        .or(() -> function.number("retries"))
        .orElse(InngestFunction.USUAL_RETRIES);
  }

  private static FunctionUrl url(String id, Members step) {
    Members runtime =
        step.object("runtime", "type", "url")
            .orElseThrow(() -> new IllegalArgumentException("steps.step.runtime is missing"));
    String type = runtime.requiredText("type");
    if (!type.equals("http")) {
      throw new IllegalArgumentException(
          "steps.step.runtime.type is %s, and this engine calls http alone".formatted(type));
    }
    return FunctionUrl.read(id, runtime.requiredText("url"));
  }
}
