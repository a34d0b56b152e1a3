package dev.entente.durable.store;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;

/// How a step ends. Immutable.
public sealed interface StepEnd {
  /// It is done.
  record Done(Json output) implements StepEnd {}

  /// It has failed for good.
  record Failed(ErrorReport error) implements StepEnd {}
}
