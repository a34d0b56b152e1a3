package dev.entente.durable.engine;

import dev.entente.durable.call.StepKind;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.json.Json;

/// What was asked of the engine cannot be done; nothing has changed. A later try does not help,
/// unless the message says so.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 100;

  private RefusedException(String message) {
    super(message);
  }

  static RefusedException unknownRun(String runId) {
    return new RefusedException("there is no run " + runId);
  }

  static RefusedException unknownFunction(String functionId) {
    return new RefusedException(
        "there is no function %s (an app's id, a hyphen, and the function's)"
            .formatted(functionId));
  }

  static RefusedException over(String runId, RunStatus status) {
    return new RefusedException("run %s has ended: it is %s".formatted(runId, status));
  }

  static RefusedException notOver(String runId, RunStatus status) {
    return new RefusedException(
        "run %s has not ended: it is %s; cancel it first".formatted(runId, status));
  }

  static RefusedException unknownStep(String runId, String step) {
    return new RefusedException("run %s has no step %s".formatted(runId, step));
  }

  static RefusedException noInput(String step, StepKind kind) {
    return new RefusedException(
        "step %s takes no input: it runs no code, it is a %s".formatted(step, kind));
  }

  static RefusedException noObject(String functionId, Json data) {
    String text = data.toString();
    return new RefusedException(
        "%s starts with data that is an object, such as a record or a map, got: %s"
            .formatted(functionId, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…"));
  }

  static RefusedException skipped(String functionId, String reason) {
    return new RefusedException("%s does not start: %s".formatted(functionId, reason));
  }

  static RefusedException paused(String functionId, boolean isPaused) {
    return new RefusedException(
        "function %s is %s".formatted(functionId, isPaused ? "paused already" : "not paused"));
  }
}
