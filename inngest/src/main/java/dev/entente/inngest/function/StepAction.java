package dev.entente.inngest.function;

/// The code of a step that gives nothing.
@FunctionalInterface
public interface StepAction {
  /// Does it.
  ///
  /// @throws Exception to fail this attempt
  void run() throws Exception;
}
