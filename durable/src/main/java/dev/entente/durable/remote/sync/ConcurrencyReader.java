package dev.entente.durable.remote.sync;

import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Concurrency.Scope;
import dev.entente.inngest.flow.Concurrency.Subject;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.stream.Stream;

/// Reads limits of concurrency in all their forms: a number, an object, an array of either, or one
/// of these for `fn`, whole runs, and one for `step`.
final class ConcurrencyReader {
  private static final String PLACE = "concurrency";

  private ConcurrencyReader() {}

  static List<Concurrency> read(Json json) {
    if (json.find("fn").isEmpty() && json.find("step").isEmpty()) {
      return limits(PLACE, json, Subject.STEPS).toList();
    }
    Members both = Members.of(PLACE, json, "fn", "step");
    return Stream.concat(
            both.find("step").stream()
                .flatMap(steps -> limits(PLACE + ".step", steps, Subject.STEPS)),
            both.find("fn").stream().flatMap(runs -> limits(PLACE + ".fn", runs, Subject.RUNS)))
        .toList();
  }

  private static Stream<Concurrency> limits(String place, Json json, Subject subject) {
    return json.isArray()
        ? json.elements().stream().map(limit -> limit(place, limit, subject))
        : Stream.of(limit(place, json, subject));
  }

  private static Concurrency limit(String place, Json json, Subject subject) {
    if (!json.isObject()) {
      return limit(subject, Members.whole(place, json));
    }
    Members limit = Members.of(place, json, "limit", "key", "scope");
    return new Concurrency(
        subject,
        limit.requiredNumber("limit"),
        limit.text("key"),
        limit.text("scope").map(ConcurrencyReader::scope).orElse(Scope.FUNCTION));
  }

  private static Concurrency limit(Subject subject, int number) {
    return switch (subject) {
      case STEPS -> Concurrency.ofSteps(number);
      case RUNS -> Concurrency.ofRuns(number);
    };
  }

  private static Scope scope(String text) {
    return switch (text) {
      case "fn" -> Scope.FUNCTION;
      case "env" -> Scope.ENVIRONMENT;
      case "account" -> Scope.ACCOUNT;
      default ->
          throw new IllegalArgumentException(
              "concurrency.scope is fn, env or account, got: " + text);
    };
  }
}
