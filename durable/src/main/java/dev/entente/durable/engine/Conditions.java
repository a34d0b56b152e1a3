package dev.entente.durable.engine;

import dev.entente.durable.expression.Condition;
import java.util.LinkedHashMap;
import java.util.Map;

/// The conditions of steps that wait, compiled: many wait for the same. Shared by threads.
final class Conditions {
  private static final int MOST = 1_000;

  private final Map<String, Condition> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Condition> eldest) {
          return size() > MOST;
        }
      };

  /// @param expression that has been compiled before it was kept
  synchronized Condition get(String expression) {
    return compiled.computeIfAbsent(
        expression, text -> Condition.compile("the condition of a step", text));
  }
}
