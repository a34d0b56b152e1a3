package dev.entente.durable.call;

/// Calls functions of one app. Shared by threads.
@FunctionalInterface
public interface Caller {
  /// Calls a function.
  ///
  /// @return what came of it; an app that cannot be reached is a failed attempt, not an exception
  CallOutcome call(Call call);
}
