package dev.entente.durable.engine;

import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.query.RunHistory;
import dev.entente.durable.store.RunStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Does to many runs what people ask of one, each in a commit of its own: what has locked hundreds
/// would stand in everybody's way. Shared by threads.
record BulkRuns(RunHistory history) {
  /// @param cancel tells whether the run of an id had not ended
  int cancel(RunFilter filter, Predicate<String> cancel) {
    Set<RunStatus> goingOn = EnumSet.of(RunStatus.QUEUED, RunStatus.RUNNING);
    if (!filter.statuses().isEmpty()) {
      goingOn.retainAll(filter.statuses());
    }
    var cancelled = new AtomicInteger();
    if (!goingOn.isEmpty()) {
      history.each(
          filter.in(goingOn.toArray(RunStatus[]::new)),
          run -> cancelled.addAndGet(cancel.test(run.id()) ? 1 : 0));
    }
    return cancelled.get();
  }

  /// @param rerun does the run of an id once more, or throws what refuses it
  Reruns rerun(RunFilter filter, Consumer<String> rerun) {
    var reruns = new AtomicReference<>(Reruns.NONE);
    history.each(
        filter.statuses().isEmpty() ? filter.in(RunStatus.FAILED) : filter,
        run -> {
          try {
            rerun.accept(run.id());
            reruns.updateAndGet(Reruns::withStarted);
          } catch (RefusedException e) {
            reruns.updateAndGet(before -> before.withRefused(String.valueOf(e.getMessage())));
          }
        });
    return reruns.get();
  }
}
