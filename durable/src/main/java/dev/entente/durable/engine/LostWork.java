package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.StaleFenceException;
import dev.entente.durable.queue.Takeover;
import dev.entente.durable.store.AttemptTable;
import dev.entente.durable.store.AttemptTable.Attempt;
import dev.entente.durable.store.AttemptTable.Outcome;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.StepRow;
import dev.entente.durable.store.StepTable;
import java.util.Optional;

/// Gives back what a dead instance has left. An attempt that was lost counts as none, unless they
/// are lost one after the other: then it may be the run that kills instances. Shared by threads.
final class LostWork implements Takeover {
  private static final System.Logger LOG = System.getLogger(LostWork.class.getName());
  private static final int MOST_IN_A_ROW = 20;

  private final Units units;
  private final Ends ends;
  private final String instance;

  /// Of an instance.
  ///
  /// @param instance its name: what it has left itself was not lost, only the database was away
  LostWork(Units units, Ends ends, String instance) {
    this.units = units;
    this.ends = ends;
    this.instance = instance;
  }

  @Override
  public void takeOver(Fence fence) {
    try {
      units.run(unit -> takeOver(unit, fence));
      LOG.log(
          System.Logger.Level.WARNING,
          isOwn(fence)
              ? "given back, as the database was away: item={0} instance={1}"
              : "taken over from a dead instance: item={0} instance={1}",
          fence.item().text(),
          fence.instance());
    } catch (StaleFenceException e) {
      LOG.log(System.Logger.Level.DEBUG, "somebody else has taken it over", e);
    }
  }

  @Override
  public void giveBack(Fence fence) {
    try {
      units.run(unit -> QueueTable.postpone(unit.transaction(), fence, unit.now()));
    } catch (StaleFenceException e) {
      LOG.log(System.Logger.Level.DEBUG, "it is somebody else's, or gone", e);
    }
  }

  private boolean isOwn(Fence fence) {
    return fence.instance().equals(instance);
  }

  private void takeOver(Unit unit, Fence fence) {
    Item item = fence.item();
    QueueTable.postpone(unit.transaction(), fence, unit.now());
    if (!isOwn(fence) && (item.kind() == ItemKind.RUN || item.kind() == ItemKind.STEP)) {
      Ends.findGoingOn(unit, item.runId()).ifPresent(run -> keepLost(unit, fence, run));
    }
  }

  private void keepLost(Unit unit, Fence fence, RunRow run) {
    boolean isOfStep = fence.item().kind() == ItemKind.STEP;
    String hash = isOfStep ? fence.item().hash() : "";
    int attempt =
        isOfStep
            ? StepTable.find(unit.transaction(), run.id(), hash).map(StepRow::attempt).orElse(0)
            : run.attempt();
    AttemptTable.add(
        unit.transaction(),
        new Attempt(run.id(), hash, attempt, Outcome.LOST, Optional.empty(), unit.now()),
        fence,
        unit.now());
    if (AttemptTable.countLost(unit.transaction(), run.id(), hash) > MOST_IN_A_ROW) {
      ends.end(
          unit,
          run,
          Ends.failed(
              "the instance was gone %d times in a row in the middle of this run: it may be what ends them (memory, a native crash)"
                  .formatted(MOST_IN_A_ROW + 1)));
    }
  }
}
