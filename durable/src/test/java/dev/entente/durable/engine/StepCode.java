package dev.entente.durable.engine;

/// What the code of a test's steps does, besides giving its result. Shared by threads.
@FunctionalInterface
interface StepCode {
  /// Called once for each execution of a step's code.
  ///
  /// @throws Exception to fail the attempt
  void during(String step) throws Exception;
}
