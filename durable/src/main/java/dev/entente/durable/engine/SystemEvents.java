package dev.entente.durable.engine;

import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.RunStatus;
import dev.entente.durable.store.StoredEvent;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The events that the engine itself sends.
final class SystemEvents {
  static final String FAILED = "inngest/function.failed";
  static final String FINISHED = "inngest/function.finished";
  static final String CANCELLED = "inngest/function.cancelled";
  static final String INVOKED = "inngest/function.invoked";
  private static final Set<String> ENDS = Set.of(FAILED, FINISHED, CANCELLED);
  private static final String TIMER = "inngest/scheduled.timer";

  private SystemEvents() {}

  /// What tells that a run has ended.
  static Event ofEnd(RunRow run, RunEnd end, StoredEvent started) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("function_id", run.functionId());
    data.put("run_id", run.id());
    data.put("event", started.toEvent().toJson());
    data.put("events", List.of(started.toEvent().toJson()));
    end.error().ifPresent(error -> data.put("error", error(error)));
    end.output().ifPresent(output -> data.put("result", output));
    data.put("_inngest", Map.of("status", status(end.status())));
    return Event.of(name(end.status()), data);
  }

  /// Tells whether an event tells an end. Of runs that such an event has started no end is told:
  /// what hears of failures, and fails, would never end, and each event would hold the one before.
  static boolean isOfEnd(String name) {
    return ENDS.contains(name);
  }

  static String name(RunStatus end) {
    return switch (end) {
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
      default -> FINISHED;
    };
  }

  private static String status(RunStatus end) {
    return switch (end) {
      case FAILED -> "Failed";
      case CANCELLED -> "Cancelled";
      default -> "Completed";
    };
  }

  private static Map<String, Object> error(ErrorReport error) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("error", error.message());
    error.toJson().members().forEach(json::put);
    return json;
  }

  /// What a run that somebody asks for is started with.
  static Event ofInvocation(Json data) {
    return Event.of(INVOKED, data);
  }

  /// What a run of a schedule is started with.
  static Event ofTimer(String cron, Instant scheduled, Instant fired) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("cron", cron);
    data.put("scheduledAt", scheduled.toString());
    data.put("fireAt", fired.toString());
    return new Event(
        TIMER,
        Json.of(data),
        Optional.of(scheduled.toString()),
        Optional.of(Instant.ofEpochMilli(fired.toEpochMilli())),
        Optional.empty());
  }
}
