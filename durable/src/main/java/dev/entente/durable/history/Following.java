package dev.entente.durable.history;

/// A run that a listener is told of. Shared by threads.
public interface Following extends AutoCloseable {
  /// Ends it without waiting: at most the call that is under way goes on. Does nothing if it is
  /// closed, or the run has ended.
  @Override
  void close();
}
