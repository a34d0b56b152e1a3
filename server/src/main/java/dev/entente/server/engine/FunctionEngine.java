package dev.entente.server.engine;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import dev.entente.server.engine.view.EngineEvent;
import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.engine.view.EngineLine;
import dev.entente.server.engine.view.EngineLogSearch;
import dev.entente.server.engine.view.EngineRun;
import dev.entente.server.engine.view.EventQuery;
import dev.entente.server.engine.view.FunctionRun;
import dev.entente.server.web.ApiProblem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What runs the service's functions, as far as features need it. Shared by threads.
///
/// What the engine in use cannot do is refused with the way to do it there
/// ([dev.entente.server.web.ProblemType#ENGINE_CANNOT]).
public sealed interface FunctionEngine permits EmbeddedEngine, InngestEngine {
  /// The app that the functions are of: their ids begin with it.
  String APP = "entente";

  /// Sends an event: it starts functions soon after.
  ///
  /// @return the id that the engine has given it
  /// @throws ApiProblem if the engine cannot be reached; nothing was sent
  String send(Event event);

  /// Sends an event that somebody has written.
  ///
  /// @param json an object
  /// @return the id that the engine has given it
  /// @throws IllegalArgumentException that says why there is no such event, or the engine takes
  ///   none
  /// @throws ApiProblem if the engine cannot be reached; nothing was sent
  default String send(String name, String json) {
    return send(Event.of(name, Json.parse(json)));
  }

  /// Tells whether an event can have a name.
  static boolean isEventName(String name) {
    try {
      var _ = Event.of(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Tells whether a run of the engine has ended, or is not known to it; false where that cannot be
  /// found out.
  boolean hasEnded(String engineRun);

  /// Ends a run of the engine, if it goes on and the engine lets us.
  void cancel(String engineRun, String reason);

  /// Its name in settings, answers and logs.
  String name();

  /// The address at which the engine shows runs itself; empty if this service does.
  Optional<String> dashboard();

  /// What is kept of a run; empty if nothing is, not any more, or elsewhere.
  Optional<EngineRun> find(String engineRun);

  /// The lines that a run, and those that it has invoked, have logged, in the order in which they
  /// were kept.
  ///
  /// @param after the id of the last line that is known; 0 for all
  /// @param most `1..1_000`
  /// @throws ApiProblem if the engine cannot do that
  List<EngineLine> logs(String engineRun, long after, int most);

  /// Looks for lines among those that a run, and those that it has invoked, have logged.
  ///
  /// @throws ApiProblem if the engine cannot do that
  List<EngineLine> searchLogs(String engineRun, EngineLogSearch search);

  /// Does a run that has ended once more from a step on: what had ended before that step did is
  /// taken over.
  ///
  /// @param step its id
  /// @throws ApiProblem if the run has no such step, goes on or is kept no more, or the engine
  ///   cannot do that
  Rerun rerunFrom(String engineRun, String step);

  /// A run that repeats another from a step on.
  ///
  /// @param run its id
  /// @param kept the ids of the steps that it has taken over
  record Rerun(String run, Set<String> kept) {
    public Rerun {
      kept = Set.copyOf(kept);
    }
  }

  /// The functions, by id.
  ///
  /// @throws ApiProblem if the engine cannot do that
  List<EngineFunction> functions();

  /// Pauses a function: nothing starts it, and its runs stand still behind what they do now. Paused
  /// already, it stays so.
  ///
  /// @param id without the app's
  /// @throws ApiProblem if there is none, or the engine cannot do that
  EngineFunction pause(String id);

  /// Ends a pause: its runs go on. What would have started it meanwhile was skipped. Not paused, it
  /// stays so.
  ///
  /// @param id without the app's
  /// @throws ApiProblem if there is none, or the engine cannot do that
  EngineFunction resume(String id);

  /// The runs of a function, newest first.
  ///
  /// @param id without the app's
  /// @param before the id of the last run of the page before; empty for the first page
  /// @param most `1..1_000`
  /// @throws ApiProblem if there is no such function, or the engine cannot do that
  List<FunctionRun> runsOf(String id, Optional<String> before, int most);

  /// The runs with these ids of the engine's, newest first; an id that no run has is passed over.
  ///
  /// @throws ApiProblem if the engine cannot do that
  List<FunctionRun> runs(Collection<String> engineRuns);

  /// The events that were received, newest first.
  ///
  /// @param most `1..1_000`
  /// @throws ApiProblem if the engine cannot do that
  List<EngineEvent> events(EventQuery query, int most);

  /// The names that events have, sorted, the engine's own among them; at most 1,000.
  ///
  /// @throws ApiProblem if the engine cannot do that
  List<String> eventNames();

  /// An event, with its data.
  ///
  /// @throws ApiProblem if there is none, or not any more, or the engine cannot do that
  EngineEvent.WithData event(String id);
}
