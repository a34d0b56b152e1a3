package dev.entente.server.engine;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import dev.entente.durable.log.JdkLogHandler;
import dev.entente.durable.log.LogLine;
import dev.entente.durable.log.StepLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Hands what the service logs to the [StepLog] of the step that logs it. Shared by threads.
///
/// It only listens: levels are the loggers' own, and the ordinary log is left as it is. What is
/// logged while a line is made is not for the step.
final class StepLogAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private static final String NAME = "steps";

  /// Begins to listen; does nothing if it does already.
  static void install() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
        && root.getAppender(NAME) == null) {
      var appender = new StepLogAppender();
      appender.setName(NAME);
      appender.setContext(root.getLoggerContext());
      appender.start();
      root.addAppender(appender);
    }
    if (SLF4JBridgeHandler.isInstalled()) {
      JdkLogHandler.remove(); // or each of its lines would come twice
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    try {
      StepLog.record(() -> line(event));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      addError("a line could not be kept for its step: " + e); // logging never fails a step
    }
  }

  private static LogLine line(ILoggingEvent event) {
    return new LogLine(
        event.getInstant(),
        event.getLevel().toString(),
        event.getLoggerName(),
        String.valueOf(event.getFormattedMessage()),
        stack(event.getThrowableProxy()));
  }

  private static Optional<String> stack(@Nullable IThrowableProxy thrown) {
    return Optional.ofNullable(thrown).map(ThrowableProxyUtil::asString);
  }
}
