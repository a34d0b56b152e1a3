package dev.entente.inngest.execution;

/// Hears how far a call has come. Called by the thread that makes the call; what it throws fails
/// the call.
public interface StepObserver {
  /// Hears nothing.
  StepObserver NONE = new StepObserver() {};

  /// The call has passed a step that is done.
  default void passed(StepRef step) {}

  /// The call begins to run the code of a step, behind which it ends.
  default void running(StepRef step) {}
}
