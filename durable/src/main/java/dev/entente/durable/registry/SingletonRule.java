package dev.entente.durable.registry;

import dev.entente.durable.expression.Key;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.json.Json;
import java.util.Optional;

/// One run at a time, ready to be asked. Immutable.
public record SingletonRule(Singleton.Mode mode, Optional<Key> key) {
  static SingletonRule of(String functionId, Singleton singleton) {
    String what = "function %s: the key of a singleton".formatted(functionId);
    return new SingletonRule(
        singleton.mode(), singleton.key().map(expression -> Key.compile(what, expression)));
  }

  /// What a run is the only one for.
  public String key(Json event) {
    return key.flatMap(expression -> expression.of(event)).orElse("");
  }
}
