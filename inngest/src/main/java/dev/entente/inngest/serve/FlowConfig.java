package dev.entente.inngest.serve;

import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Debounce;
import dev.entente.inngest.flow.DurationText;
import dev.entente.inngest.flow.EventBatch;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.RateLimit;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Timeouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The limits of a function as a sync tells them to the server.
final class FlowConfig {
  private FlowConfig() {}

  static Map<String, Object> of(FlowControl flow) {
    Map<String, Object> config = new LinkedHashMap<>();
    if (!flow.concurrency().isEmpty()) {
      config.put("concurrency", concurrency(flow.concurrency()));
    }
    flow.throttle().ifPresent(throttle -> config.put("throttle", throttle(throttle)));
    flow.rateLimit().ifPresent(limit -> config.put("rateLimit", rateLimit(limit)));
    flow.idempotency().ifPresent(expression -> config.put("idempotency", expression));
    flow.debounce().ifPresent(debounce -> config.put("debounce", debounce(debounce)));
    flow.batch().ifPresent(batch -> config.put("batchEvents", batch(batch)));
    flow.priority().ifPresent(expression -> config.put("priority", Map.of("run", expression)));
    flow.singleton().ifPresent(singleton -> config.put("singleton", singleton(singleton)));
    flow.timeouts().ifPresent(timeouts -> config.put("timeouts", timeouts(timeouts)));
    return config;
  }

  // The form with fn and step is read by newer servers only, so it is taken where it is needed.
  private static Object concurrency(List<Concurrency> limits) {
    List<Map<String, Object>> runs = of(limits, Concurrency.Subject.RUNS).toList();
    List<Map<String, Object>> steps = of(limits, Concurrency.Subject.STEPS).toList();
    if (runs.isEmpty()) {
      return steps.size() == 1 ? steps.getFirst() : steps;
    }
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("fn", runs);
    if (!steps.isEmpty()) {
      config.put("step", steps);
    }
    return config;
  }

  private static Stream<Map<String, Object>> of(
      List<Concurrency> limits, Concurrency.Subject subject) {
    return limits.stream().filter(limit -> limit.subject() == subject).map(FlowConfig::concurrency);
  }

  private static Map<String, Object> concurrency(Concurrency limit) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("limit", limit.limit());
    limit.key().ifPresent(key -> config.put("key", key));
    switch (limit.scope()) {
      case FUNCTION -> {} // what is meant where nothing is said
      case ENVIRONMENT -> config.put("scope", "env");
      case ACCOUNT -> config.put("scope", "account");
    }
    return config;
  }

  private static Map<String, Object> throttle(Throttle throttle) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("limit", throttle.limit());
    config.put("period", DurationText.of(throttle.period()));
    throttle.burst().ifPresent(burst -> config.put("burst", burst));
    throttle.key().ifPresent(key -> config.put("key", key));
    return config;
  }

  private static Map<String, Object> rateLimit(RateLimit limit) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("limit", limit.limit());
    config.put("period", DurationText.of(limit.period()));
    limit.key().ifPresent(key -> config.put("key", key));
    return config;
  }

  private static Map<String, Object> debounce(Debounce debounce) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("period", DurationText.of(debounce.period()));
    debounce.key().ifPresent(key -> config.put("key", key));
    debounce.timeout().ifPresent(timeout -> config.put("timeout", DurationText.of(timeout)));
    return config;
  }

  private static Map<String, Object> batch(EventBatch batch) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("maxSize", batch.maxSize());
    config.put("timeout", DurationText.inHours(batch.timeout()));
    batch.key().ifPresent(key -> config.put("key", key));
    batch.expression().ifPresent(expression -> config.put("if", expression));
    return config;
  }

  private static Map<String, Object> singleton(Singleton singleton) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("mode", singleton.mode().text());
    singleton.key().ifPresent(key -> config.put("key", key));
    return config;
  }

  private static Map<String, Object> timeouts(Timeouts timeouts) {
    Map<String, Object> config = new LinkedHashMap<>();
    timeouts.start().ifPresent(start -> config.put("start", DurationText.of(start)));
    timeouts.finish().ifPresent(finish -> config.put("finish", DurationText.of(finish)));
    return config;
  }
}
