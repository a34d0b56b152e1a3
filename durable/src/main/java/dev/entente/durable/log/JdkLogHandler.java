package dev.entente.durable.log;

import java.util.Arrays;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Hands what `java.util.logging` logs to the [StepLog] of the step that logs it. Shared by
/// threads.
///
/// It only listens: the handlers of the ordinary log are left as they are. Which levels come is a
/// matter of the loggers' own levels.
public final class JdkLogHandler extends Handler {
  private static final JdkLogHandler ONLY = new JdkLogHandler();
  // Fills parameters into messages and looks up their translations.
  private static final Formatter FORMATTER = new SimpleFormatter();

  // Whether this thread is making a line: what is logged meanwhile is not for the step.
  private final ThreadLocal<Boolean> isBusy = ThreadLocal.withInitial(() -> false);

  private JdkLogHandler() {
    setLevel(Level.ALL);
  }

  /// Begins to listen on the root logger; does nothing if it does already.
  public static void install() {
    synchronized (ONLY) {
      if (!Arrays.asList(root().getHandlers()).contains(ONLY)) {
        root().addHandler(ONLY);
      }
    }
  }

  /// Ceases to listen; does nothing if it does not.
  public static void remove() {
    synchronized (ONLY) {
      root().removeHandler(ONLY);
    }
  }

  private static Logger root() {
    return Logger.getLogger("");
  }

  @Override
  public void publish(LogRecord logged) {
    if (!isLoggable(logged) || isBusy.get()) {
      return;
    }
    isBusy.set(true);
    try {
      StepLog.record(() -> line(logged));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // A parameter that cannot be printed, or an error that cannot: logging never fails a step.
      reportError(null, e instanceof Exception exception ? exception : null, 0);
    } finally {
      isBusy.remove();
    }
  }

  private static LogLine line(LogRecord logged) {
    return new LogLine(
        logged.getInstant(),
        name(logged.getLevel()),
        Objects.requireNonNullElse(logged.getLoggerName(), ""),
        Objects.requireNonNullElse(FORMATTER.formatMessage(logged), ""),
        LogLine.stack(logged.getThrown()));
  }

  private static String name(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARN";
    }
    if (value >= Level.INFO.intValue()) {
      return "INFO";
    }
    return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
