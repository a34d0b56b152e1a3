package dev.entente.inngest.function;

import org.jspecify.annotations.Nullable;

/// The code of a step that has an input.
@FunctionalInterface
public interface StepBody<I, T extends @Nullable Object> {
  /// Does it.
  ///
  /// @param input as the function gave it, or as somebody edited it before a rerun
  /// @throws Exception to fail this attempt
  T run(I input) throws Exception;
}
