package dev.entente.durable.behaviour;

import dev.entente.durable.call.LocalApp;

/// The functions in the process.
final class LocalBehaviourDatabaseTest extends BehaviourSuite {
  private final EngineObserver engine = new EngineObserver();

  @Override
  void open() {
    engine.start(new LocalApp(BehaviourFunctions.APP, BehaviourFunctions.all()));
  }

  @Override
  Observed observe(Expectation expected) throws Exception {
    return engine.observe(expected);
  }

  @Override
  void close() {
    engine.close();
  }
}
