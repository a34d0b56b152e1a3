package dev.entente.server.doctor.settings;

import java.util.Optional;
import java.util.Set;

/// Names that others read: they look like ours, and do nothing here.
final class ForeignNames {
  private static final Set<String> OF_OTHER_SDKS =
      Set.of(
          "INNGEST_STREAMING",
          "INNGEST_LOG_LEVEL",
          "INNGEST_DEVSERVER_URL",
          "INNGEST_CONNECT_MAX_WORKER_CONCURRENCY",
          "INNGEST_CONNECT_GATEWAY_URL",
          "INNGEST_CONNECT_ISOLATE_EXECUTION");

  // In the written specification of SDKs, and read by none of them.
  private static final Set<String> OF_THE_SPECIFICATION =
      Set.of("INNGEST_API_ORIGIN", "INNGEST_EVENT_API_ORIGIN");

  // An Inngest server is often started from the same files.
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "INNGEST_CONFIG",
          "INNGEST_HOST",
          "INNGEST_PORT",
          "INNGEST_SDK_URL",
          "INNGEST_NO_UI",
          "INNGEST_NO_POLL",
          "INNGEST_NO_DISCOVERY",
          "INNGEST_PERSIST",
          "INNGEST_POLL_INTERVAL",
          "INNGEST_POSTGRES_URI",
          "INNGEST_POSTGRES_CONN_MAX_IDLE_TIME",
          "INNGEST_POSTGRES_CONN_MAX_LIFETIME",
          "INNGEST_POSTGRES_MAX_IDLE_CONNS",
          "INNGEST_POSTGRES_MAX_OPEN_CONNS",
          "INNGEST_QUEUE_WORKERS",
          "INNGEST_REDIS_URI",
          "INNGEST_RETRY_INTERVAL",
          "INNGEST_SQLITE_DIR",
          "INNGEST_TICK",
          "INNGEST_CONNECT_GATEWAY_PORT",
          "INNGEST_FEATURE_FLAGS");

  private ForeignNames() {}

  /// Whose a name is: the end of the name of the message that says so.
  static Optional<String> owner(String name) {
    if (OF_OTHER_SDKS.contains(name)) {
      return Optional.of("SDK");
    }
    if (OF_THE_SPECIFICATION.contains(name)) {
      return Optional.of("SPECIFICATION");
    }
    return OF_THE_SERVER.contains(name) ? Optional.of("SERVER") : Optional.empty();
  }
}
