package dev.entente.durable.remote.sync;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Debounce;
import dev.entente.inngest.flow.EventBatch;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.RateLimit;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Optional;

/// Reads the limits of a function.
///
/// @param function all that an app tells of it
record FlowReader(Members function) {
  /// The members that are read here.
  static final List<String> KNOWN =
      List.of(
          "concurrency",
          "throttle",
          "rateLimit",
          "idempotency",
          "debounce",
          "batchEvents",
          "priority",
          "cancel",
          "singleton",
          "timeouts");

  /// @throws IllegalArgumentException that says what is wrong
  FlowControl read() {
    return new FlowControl(
        function.find("concurrency").map(ConcurrencyReader::read).orElse(List.of()),
        throttle(),
        rateLimit(),
        function.text("idempotency"),
        debounce(),
        batch(),
        function.object("priority", "run").flatMap(priority -> priority.text("run")),
        function.list("cancel").stream().map(FlowReader::cancelOn).toList(),
        singleton(),
        timeouts());
  }

  private Optional<Throttle> throttle() {
    return function
        .object("throttle", "limit", "period", "burst", "key")
        .map(
            throttle ->
                new Throttle(
                    throttle.requiredNumber("limit"),
                    throttle.requiredDuration("period"),
                    throttle.number("burst"),
                    throttle.text("key")));
  }

  private Optional<RateLimit> rateLimit() {
    return function
        .object("rateLimit", "limit", "period", "key")
        .map(
            limit ->
                new RateLimit(
                    limit.requiredNumber("limit"),
                    limit.requiredDuration("period"),
                    limit.text("key")));
  }

  private Optional<Debounce> debounce() {
    return function
        .object("debounce", "period", "key", "timeout")
        .map(
            debounce ->
                new Debounce(
                    debounce.requiredDuration("period"),
                    debounce.text("key"),
                    debounce.duration("timeout")));
  }

  private Optional<EventBatch> batch() {
    return function
        .object("batchEvents", "maxSize", "timeout", "key", "if")
        .map(
            batch ->
                new EventBatch(
                    batch.requiredNumber("maxSize"),
                    batch.requiredDuration("timeout"),
                    batch.text("key"),
                    batch.text("if")));
  }

  private static CancelOn cancelOn(Json json) {
    Members cancel = Members.of("cancel", json, "event", "if", "timeout");
    return new CancelOn(
        cancel.requiredText("event"), cancel.text("if"), cancel.duration("timeout"));
  }

  private Optional<Singleton> singleton() {
    return function
        .object("singleton", "mode", "key")
        .map(
            singleton ->
                new Singleton(mode(singleton.requiredText("mode")), singleton.text("key")));
  }

  private static Singleton.Mode mode(String text) {
    for (Singleton.Mode mode : Singleton.Mode.values()) {
      if (mode.text().equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("singleton.mode is skip or cancel, got: " + text);
  }

  private Optional<Timeouts> timeouts() {
    return function
        .object("timeouts", "start", "finish")
        .map(most -> new Timeouts(most.duration("start"), most.duration("finish")));
  }
}
