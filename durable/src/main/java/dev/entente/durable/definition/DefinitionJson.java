package dev.entente.durable.definition;

import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A definition as it is kept for other instances.
public final class DefinitionJson {
  private DefinitionJson() {}

  private record Kept(
      String id, String appId, String name, List<Start> triggers, int retries, FlowControl flow) {}

  private record Start(
      Optional<String> event,
      Optional<String> expression,
      Optional<String> cron,
      Optional<ZoneId> zone,
      Optional<Duration> jitter) {}

  /// Writes a definition.
  public static Json write(FunctionDefinition function) {
    return Json.of(
        new Kept(
            function.id(),
            function.appId(),
            function.name(),
            function.triggers().stream().map(DefinitionJson::start).toList(),
            function.retries(),
            function.flow()));
  }

  private static Start start(Trigger trigger) {
    Optional<String> none = Optional.empty();
    return switch (trigger) {
      case Trigger.OnEvent(var name, var expression) ->
          new Start(Optional.of(name), expression, none, Optional.empty(), Optional.empty());
      case Trigger.Cron(var fields, var zone, var jitter) ->
          new Start(none, none, Optional.of(fields), zone, jitter);
    };
  }

  /// Reads what was written.
  ///
  /// @throws IllegalArgumentException if it is no definition: a newer version may write what this
  ///   one cannot read
  public static FunctionDefinition read(Json json) {
    Kept kept = json.as(Kept.class);
    return new FunctionDefinition(
        kept.id(),
        kept.appId(),
        kept.name(),
        kept.triggers().stream().map(DefinitionJson::trigger).toList(),
        kept.retries(),
        kept.flow());
  }

  private static Trigger trigger(Start start) {
    return start
        .event()
        .<Trigger>map(name -> new Trigger.OnEvent(name, start.expression()))
        .or(() -> start.cron().map(cron -> new Trigger.Cron(cron, start.zone(), start.jitter())))
        .orElseThrow(() -> new IllegalArgumentException("a trigger has neither event nor cron"));
  }
}
