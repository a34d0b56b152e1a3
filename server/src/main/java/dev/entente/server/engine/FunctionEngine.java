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

  /// Ends a run of the engine, if it goes on and the engine lets us.
  void cancel(String engineRun, String reason);
}
