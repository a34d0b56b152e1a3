package dev.entente.durable.engine;

import dev.entente.durable.call.KeptStep;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.remote.server.RunStates;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.StepTable;
import dev.entente.inngest.function.Event;
import java.util.List;
import java.util.regex.Pattern;

/// Shows SDKs what is too large for a call. Shared by threads.
record States(Database database) implements RunStates {
  private static final Pattern ID = Pattern.compile("[0-9A-Z]{26}");

  @Override
  public Progress progress(String runId) {
    if (!ID.matcher(runId).matches()) {
      return Progress.UNKNOWN;
    }
    return database
        .inTransaction(transaction -> RunTable.find(transaction, runId))
        .map(run -> run.status().hasEnded() ? Progress.ENDED : Progress.GOING_ON)
        .orElse(Progress.UNKNOWN);
  }

  @Override
  public List<Event> events(String runId) {
    return database.inTransaction(
        transaction ->
            RunTable.find(transaction, runId).stream()
                .map(run -> EventTable.get(transaction, run.eventId()).toEvent())
                .toList());
  }

  @Override
  public List<KeptStep> steps(String runId) {
    return database.inTransaction(
        transaction -> StepTable.listEnded(transaction, runId, Integer.MAX_VALUE).steps());
  }
}
