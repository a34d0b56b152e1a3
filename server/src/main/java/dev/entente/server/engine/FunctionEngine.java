package dev.entente.server.engine;

import dev.entente.inngest.function.Event;
import dev.entente.server.web.ApiProblem;

/// What runs the service's functions, as far as features need it. Shared by threads.
public interface FunctionEngine {
  /// The app that the functions are of: their ids begin with it.
  String APP = "entente";

  /// Sends an event: it starts functions soon after.
  ///
  /// @throws ApiProblem if the engine cannot be reached; nothing was sent
  void send(Event event);

  /// Tells whether a run of the engine has ended, or is not known to it; false where that cannot be
  /// found out.
  boolean hasEnded(String engineRun);

  /// Ends a run of the engine, if it goes on and the engine lets us.
  void cancel(String engineRun, String reason);
}
