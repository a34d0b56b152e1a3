package dev.entente.inngest.function;

import org.jspecify.annotations.Nullable;

/// A step that has failed for good, thrown where its result would have been given.
///
/// Catch it to go on without the result. Uncaught, it fails the run: the step is not tried again. A
/// cause is there if one was reported, as another `StepException`.
public final class StepException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String stepId;
  private final transient ErrorReport report;

  /// Made by whatever replays the steps of a run.
  ///
  /// @param stepId as the function's author wrote it
  public StepException(String stepId, ErrorReport report) {
    super(report.message(), causeOf(stepId, report));
    this.stepId = stepId;
    this.report = report;
  }

  private static @Nullable StepException causeOf(String stepId, ErrorReport report) {
    return report.cause().map(cause -> new StepException(stepId, cause)).orElse(null);
  }

  /// The step that failed, as the function's author wrote its id.
  public String stepId() {
    return stepId;
  }

  /// The error of the attempt that was the last: its name, and the stack where it was thrown.
  public ErrorReport report() {
    return report;
  }
}
