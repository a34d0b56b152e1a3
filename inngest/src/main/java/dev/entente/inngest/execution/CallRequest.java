package dev.entente.inngest.execution;

import dev.entente.inngest.function.RunContext;
import java.util.Map;
import java.util.Optional;

/// One call of a function. Immutable; the map is not copied and must not change.
///
/// @param context the run
/// @param memos what is kept of its steps, by hash
/// @param target the hash of the one step that is to be run; empty to find out what comes next
/// @param isPlanOnly whether a step that is found must be reported and not run, because others go
///   on beside it
public record CallRequest(
    RunContext context, Map<String, Memo> memos, Optional<String> target, boolean isPlanOnly) {
  /// A call that finds out what comes next, and runs it if it is code and alone.
  public static CallRequest of(RunContext context, Map<String, Memo> memos) {
    return new CallRequest(context, memos, Optional.empty(), false);
  }

  /// The same, running one step that was planned.
  public CallRequest running(String hash) {
    return new CallRequest(context, memos, Optional.of(hash), isPlanOnly);
  }

  /// The same, running nothing.
  public CallRequest planOnly() {
    return new CallRequest(context, memos, target, true);
  }
}
