package dev.entente.durable.remote.server;

import dev.entente.durable.call.KeptStep;
import dev.entente.inngest.function.Event;
import java.util.List;

/// What is kept of runs, for SDKs that fetch what is too large for a call. Shared by threads.
public interface RunStates {
  /// How far a run is.
  enum Progress {
    /// There is no such run.
    UNKNOWN,
    /// It is queued, or goes on.
    GOING_ON,
    /// It has ended, in whatever way.
    ENDED
  }

  /// How far a run is.
  ///
  /// @param runId as somebody wrote it
  Progress progress(String runId);

  /// The events that started a run that goes on.
  List<Event> events(String runId);

  /// What is kept of its steps, in the order in which they ended.
  List<KeptStep> steps(String runId);
}
