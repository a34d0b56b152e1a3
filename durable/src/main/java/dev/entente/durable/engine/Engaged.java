package dev.entente.durable.engine;

import dev.entente.durable.call.KeptStep;
import dev.entente.durable.queue.Fence;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.store.RunRow;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.RunContext;
import java.util.ArrayList;
import java.util.List;

/// An item that is being worked on, with all that its calls need. Of one thread.
///
/// @param kept grows while the run goes on
record Engaged(Fence fence, RunRow run, Registered function, Event event, List<KeptStep> kept) {
  Engaged {
    kept = new ArrayList<>(kept);
  }

  RunContext context(int attempt) {
    return new RunContext(run.id(), attempt, function.maxAttempts(), List.of(event));
  }

  boolean isLast(int attempt) {
    return attempt + 1 >= function.maxAttempts();
  }
}
