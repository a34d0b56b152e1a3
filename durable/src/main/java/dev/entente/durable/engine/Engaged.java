package dev.entente.durable.engine;

import dev.entente.durable.call.KeptStep;
import dev.entente.durable.queue.Fence;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.store.EndedSteps;
import dev.entente.durable.store.RunRow;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.json.Json;
import java.util.ArrayList;
import java.util.List;

/// An item that is being worked on, with all that its calls need. Of one thread.
final class Engaged {
  private static final int MOST_STEPS = 10_000;
  private static final long MOST_CHARACTERS = 32L << 20;

  private final Fence fence;
  private final RunRow run;
  private final Registered function;
  private final Event event;
  private final List<KeptStep> kept;
  private long characters;

  Engaged(Fence fence, RunRow run, Registered function, Event event, EndedSteps ended) {
    this.fence = fence;
    this.run = run;
    this.function = function;
    this.event = event;
    kept = new ArrayList<>(ended.steps());
    characters = ended.characters();
  }

  Fence fence() {
    return fence;
  }

  RunRow run() {
    return run;
  }

  Registered function() {
    return function;
  }

  List<KeptStep> kept() {
    return kept;
  }

  /// Adds a step that has ended, in the place of what was kept of it.
  void add(KeptStep step) {
    kept.removeIf(other -> other.hash().equals(step.hash())); // it may have been edited
    kept.add(step);
    if (step.memo() instanceof Memo.Done(Json result)) {
      characters += result.toString().length();
    }
  }

  /// Sees that the run does not outgrow what its calls can carry.
  ///
  /// @param more steps that are to be kept
  /// @throws Planning.PlanException if it does
  void requireRoom(int more) {
    if (kept.size() + more > MOST_STEPS) {
      throw new Planning.PlanException(
          "a run has at most %,d steps: let it invoke others, each for a part of the work"
              .formatted(MOST_STEPS));
    }
    if (characters > MOST_CHARACTERS) {
      throw new Planning.PlanException(
          "the results of a run's steps have at most 33,554,432 characters (32 MiB) together: store them elsewhere and give their ids instead");
    }
  }

  RunContext context(int attempt) {
    return new RunContext(run.id(), attempt, function.maxAttempts(), List.of(event));
  }

  /// Tells whether a failure is for good.
  boolean isFinal(Retry retry, int attempt) {
    return !retry.isWanted() || attempt + 1 >= function.maxAttempts();
  }
}
