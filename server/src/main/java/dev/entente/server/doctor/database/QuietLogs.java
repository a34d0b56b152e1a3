package dev.entente.server.doctor.database;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/// Says nothing: what the library would log is in the findings, and standard output is for them.
/// Made by the library, so public.
public final class QuietLogs implements LogCreator {
  @Override
  public Log createLogger(Class<?> type) {
    return new Log() {
      @Override
      public void debug(String message) {}

      @Override
      public void info(String message) {}

      @Override
      public void warn(String message) {}

      @Override
      public void error(String message) {}

      @Override
      public void error(String message, Exception e) {}

      @Override
      public void notice(String message) {}
    };
  }
}
