package dev.entente.durable.call;

/// What a step does.
public enum StepKind {
  /// Runs code, once it has succeeded never again.
  RUN,
  /// Lets time pass.
  SLEEP,
  /// Waits for an event.
  EVENT_WAIT,
  /// Waits for the result of another function.
  INVOCATION
}
