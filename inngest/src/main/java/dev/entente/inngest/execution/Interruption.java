package dev.entente.inngest.execution;

/// Leaves a function at a step that is not done.
///
/// An error, because functions may catch every exception; `finally` blocks and resources of the
/// function are left in order, and no thread waits anywhere.
final class Interruption extends Error {
  private static final long serialVersionUID = 1;

  Interruption(String stepId) {
    super(
        "the function is left at step %s: let this error through".formatted(stepId),
        null,
        false,
        false);
  }
}
