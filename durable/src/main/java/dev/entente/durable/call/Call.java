package dev.entente.durable.call;

import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.function.RunContext;
import java.util.List;
import java.util.Optional;

/// One call of a function. Immutable; the list is copied.
///
/// @param context the run, this attempt, and the event that started it
/// @param steps what is kept, in the order in which the steps ended
/// @param target the hash of the one step that is to be run; empty to find out what comes next
public record Call(
    FunctionDefinition function,
    RunContext context,
    List<KeptStep> steps,
    Optional<String> target) {
  public Call {
    steps = List.copyOf(steps);
  }
}
