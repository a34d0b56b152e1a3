package dev.entente.durable.history;

/// What a step does at the moment, or how it ended.
public enum StepStatus {
  /// It is to be run as soon as an instance and a place are free.
  QUEUED,
  /// An instance works on it.
  RUNNING,
  /// An attempt has failed, and the next one is to come.
  RETRYING,
  /// It lets time pass.
  SLEEPING,
  /// It waits for an event.
  WAITING,
  /// It waits for the run of another function.
  INVOKING,
  /// It has a result, which is kept.
  DONE,
  /// It has failed for good.
  FAILED,
  /// Its run ended before it did.
  CANCELLED
}
