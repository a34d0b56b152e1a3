package dev.entente.durable.registry;

import dev.entente.durable.expression.Key;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.json.Json;
import java.util.Optional;

/// A concurrency limit, ready to be asked. Immutable.
///
/// @param places how many go on at once
/// @param name tells it from all others
/// @param key each value of which has as many places
public record Limit(Concurrency.Subject subject, int places, String name, Optional<Key> key) {
  static Limit of(String functionId, int number, Concurrency limit) {
    String what = "function %s: the key of a concurrency".formatted(functionId);
    String subject = limit.subject() == Concurrency.Subject.RUNS ? "runs" : "steps";
    String name =
        switch (limit.scope()) {
          case FUNCTION -> "%s|%s|%d".formatted(subject, functionId, number);
          case ENVIRONMENT -> "%s|environment".formatted(subject);
          case ACCOUNT -> "%s|account".formatted(subject);
        };
    return new Limit(
        limit.subject(), limit.limit(), name, limit.key().map(key -> Key.compile(what, key)));
  }

  /// What the places of an event's runs are counted under; events whose key has no value are
  /// counted together.
  public String limitKey(Json event) {
    return key.map(expression -> name + "|" + expression.of(event).orElse("")).orElse(name);
  }
}
