package dev.entente.server.engine.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an engine keeps of a run. Immutable; the list is copied.
///
/// @param steps in the order of the function
/// @param error what the run failed of, beside its steps; null if it did not
public record EngineRun(List<EngineStep> steps, EngineStep.@Nullable StepError error) {
  public EngineRun {
    steps = List.copyOf(steps);
  }
}
