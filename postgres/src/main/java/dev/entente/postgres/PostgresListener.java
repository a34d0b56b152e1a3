package dev.entente.postgres;

/// Whoever wants to know what happens to a [PostgresServer]: a log, a health check, a drill.
@FunctionalInterface
public interface PostgresListener {
  /// Told of each event, in order.
  ///
  /// Until the server has started, on the thread that starts it; afterwards on a thread of the
  /// server, which waits meanwhile. What it throws then goes to that thread's uncaught exception
  /// handler and changes nothing.
  void happened(PostgresEvent event);
}
