package dev.entente.durable.store;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;
import java.util.Optional;

/// How a run ends. Immutable.
///
/// @param reason why it was cancelled
/// @param output what the function gave
/// @param error what it failed with
public record RunEnd(
    RunStatus status, Optional<String> reason, Optional<Json> output, Optional<ErrorReport> error) {
  /// The function has ended.
  public static RunEnd completed(Json output) {
    return new RunEnd(RunStatus.COMPLETED, Optional.empty(), Optional.of(output), Optional.empty());
  }

  /// The run has failed for good.
  public static RunEnd failed(ErrorReport error) {
    return new RunEnd(RunStatus.FAILED, Optional.empty(), Optional.empty(), Optional.of(error));
  }

  /// The run was ended from outside.
  ///
  /// @param reason in words
  public static RunEnd cancelled(String reason) {
    return new RunEnd(RunStatus.CANCELLED, Optional.of(reason), Optional.empty(), Optional.empty());
  }
}
