package dev.entente.durable.store;

import dev.entente.durable.call.KeptStep;
import java.util.List;

/// What is kept of a run's steps. Immutable; the list is copied.
///
/// @param steps in the order in which they ended, then those with an edited input
/// @param characters of all results as JSON
public record EndedSteps(List<KeptStep> steps, long characters) {
  public EndedSteps {
    steps = List.copyOf(steps);
  }
}
