package dev.entente.testkit;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What a class writes into the log of the JDK, and nowhere else, while this is open. Of one
/// thread.
public final class RecordedLog implements AutoCloseable {
  private final Logger logger;
  private final List<String> messages = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          messages.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  private RecordedLog(Logger logger) {
    this.logger = logger;
  }

  /// Begins with nothing.
  public static RecordedLog of(Class<?> type) {
    var log = new RecordedLog(Logger.getLogger(type.getName()));
    log.logger.addHandler(log.handler);
    log.logger.setUseParentHandlers(false);
    return log;
  }

  /// What was written, in order.
  public List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }
}
