package dev.entente.inngest.function;

import org.jspecify.annotations.Nullable;

/// The code of a function.
///
/// It is called again and again until the run has ended: each call replays the steps that are done,
/// reading what is kept of each, and goes on to what is new. So whatever has an effect, takes time
/// or may differ from call to call belongs into a step.
///
/// A call leaves the body in the middle, with an [Error] that only `finally` blocks see. Do not
/// catch `Throwable` or `Error` around a step; `Exception` is fine.
@FunctionalInterface
public interface FunctionBody {
  /// Runs until the next step that is not done, or to the end.
  ///
  /// @param context the run, this attempt, and the events that started it
  /// @param step makes steps; of this call and thread only
  /// @return what the run gives: anything that JSON can hold, or `null`
  /// @throws Exception to fail this attempt; it is tried again unless it is a
  ///   [NonRetriableException] or a [StepException]
  @Nullable Object run(RunContext context, Step step) throws Exception;
}
