package dev.entente.durable.store;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a run ends. Immutable.
///
/// @param reason why it was cancelled
/// @param output what the function gave
/// @param error what it failed with
public record RunEnd(
    RunStatus status, Optional<String> reason, Optional<Json> output, Optional<ErrorReport> error) {
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

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
  /// @param reason in words; characters that the database has none for, NUL and half of a pair of
  ///   surrogates, are kept as `U+FFFD`
  public static RunEnd cancelled(String reason) {
    String storable = UNSTORABLE.matcher(reason).replaceAll("\uFFFD");
    return new RunEnd(
        RunStatus.CANCELLED, Optional.of(storable), Optional.empty(), Optional.empty());
  }
}
