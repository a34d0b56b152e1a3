package dev.entente.durable.remote.call;

import dev.entente.durable.remote.json.TimeText;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepOptions;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what an app reports of steps.
///
/// @param appId of the app, whose functions an invocation names without it
/// @param clock for times that end a wait
record OperationReader(String appId, InstantSource clock) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Json NO_DATA = Json.of(Map.of());

  /// Reads one.
  ///
  /// @param retry what the answer says of a failed step's next attempt
  /// @throws IllegalArgumentException that names the operation, if it is malformed or not supported
  Operation read(Json json, Retry retry) {
    String op = text(json, "op").orElse("");
    StepRef step = step(json, op);
    try {
      return read(new Reported(op, step, json, json.find("opts").orElse(NO_DATA)), retry);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the app reports %s of the step %s: %s".formatted(op, step.id(), e.getMessage()), e);
    }
  }

  private record Reported(String op, StepRef step, Json json, Json options) {}

  private Operation read(Reported reported, Retry retry) {
    require(
        text(reported.options(), "parallelMode").filter("race"::equals).isEmpty(),
        "groups that race are not supported; let all branches end");
    return switch (reported.op().toLowerCase(Locale.ROOT)) {
      case "steprun", "step" ->
          new Operation.StepRun(
              reported.step(),
              options(reported.options()),
              reported.json().find("data").orElse(Json.NULL));
      case "steperror" -> error(reported, retry);
      case "stepfailed" -> error(reported, new Retry.Never());
      case "stepplanned" -> new Operation.StepPlanned(reported.step(), options(reported.options()));
      case "sleep" -> sleep(reported);
      case "waitforevent" -> new Operation.WaitForEvent(reported.step(), wait(reported));
      case "invokefunction" ->
          new Operation.InvokeFunction(reported.step(), invocation(reported.options()));
      default -> throw new IllegalArgumentException("this engine does not know the operation");
    };
  }

  private static StepRef step(Json json, String op) {
    String hash = text(json, "id").orElse("");
    require(
        HASH.matcher(hash).matches(),
        "the app reports %s of a step whose id is no SHA-1 of 40 digits"
            .formatted(op.isEmpty() ? "something without op" : op));
    String id =
        json.find("userland")
            .flatMap(userland -> text(userland, "id"))
            .or(() -> text(json, "displayName"))
            .or(() -> text(json, "name"))
            .orElse(hash);
    // Only shown: the hash tells steps apart.
    return new StepRef(hash, UNSTORABLE.matcher(id).replaceAll("\uFFFD"));
  }

  private static StepOptions options(Json options) {
    Optional<Json> input = options.find("input");
    require(input.isEmpty() || input.get().isArray(), "opts.input must be an array of arguments");
    return new StepOptions(
        text(options, "type"), input.flatMap(all -> all.elements().stream().findFirst()));
  }

  private static Operation error(Reported reported, Retry retry) {
    Json error =
        reported
            .json()
            .find("error")
            .orElseThrow(() -> new IllegalArgumentException("error is missing"));
    return new Operation.StepError(
        reported.step(), options(reported.options()), ErrorReport.read(error), retry);
  }

  private Operation sleep(Reported reported) {
    String text =
        text(reported.options(), "duration")
            .or(() -> text(reported.json(), "name"))
            .orElseThrow(() -> new IllegalArgumentException("opts.duration is missing"));
    Optional<Instant> end = TimeText.time(text);
    Duration left = TimeText.untilThen(text, clock);
    require(left.compareTo(LONGEST) <= 0, "a sleep takes at most 366 days, got: " + text);
    return end.isPresent()
        ? new Operation.SleepUntil(reported.step(), end.get())
        : new Operation.Sleep(reported.step(), left);
  }

  private EventWait wait(Reported reported) {
    Json options = reported.options();
    String event = text(options, "event").or(() -> text(reported.json(), "name")).orElse("");
    Duration timeout = timeout(options).orElse(Duration.ZERO); // without one it expires at once
    return new EventWait(event, timeout, text(options, "if"));
  }

  private Optional<Duration> timeout(Json options) {
    return text(options, "timeout").map(text -> TimeText.untilThen(text, clock));
  }

  private Invocation invocation(Json options) {
    String composite =
        text(options, "function_id")
            .orElseThrow(() -> new IllegalArgumentException("opts.function_id is missing"));
    Json data = options.find("payload").flatMap(payload -> payload.find("data")).orElse(NO_DATA);
    String own = appId + "-";
    if (composite.startsWith(own) && composite.length() > own.length()) {
      return new Invocation(
          Optional.empty(), composite.substring(own.length()), data, timeout(options));
    }
    // Where another app's id ends nobody can tell; joined again it is the same.
    int dash = composite.indexOf('-');
    require(
        dash > 0 && dash < composite.length() - 1,
        "opts.function_id must be <app>-<function>, got: " + composite);
    return new Invocation(
        Optional.of(composite.substring(0, dash)),
        composite.substring(dash + 1),
        data,
        timeout(options));
  }

  private static Optional<String> text(Json json, String member) {
    return json.find(member).flatMap(Json::text).filter(text -> !text.isEmpty());
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
