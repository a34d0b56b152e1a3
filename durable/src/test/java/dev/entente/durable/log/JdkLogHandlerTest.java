package dev.entente.durable.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdkLogHandlerTest {
  private static final Logger LOGGER = Logger.getLogger("a.shop");

  @BeforeEach
  void install() {
    LOGGER.setLevel(Level.ALL);
    JdkLogHandler.install();
  }

  @AfterEach
  void remove() {
    JdkLogHandler.remove();
    LOGGER.setLevel(null);
  }

  private static List<LogLine> heard(Callable<?> work) throws Exception {
    var log = new StepLog();
    log.during(work);
    return log.drain().stream().map(StepLine::line).toList();
  }

  private static List<LogLine> heard(LogRecord record) throws Exception {
    return heard(
        () -> {
          LOGGER.log(record);
          return true;
        });
  }

  private static List<Handler> installed() {
    return Arrays.stream(Logger.getLogger("").getHandlers())
        .filter(JdkLogHandler.class::isInstance)
        .toList();
  }

  // Alone: the handlers of the ordinary log make a text of each record, too.
  private static Handler handler() {
    return installed().getFirst();
  }

  @Test
  void installingTwiceIsInstallingOnce() {
    JdkLogHandler.install();
    assertThat(installed()).hasSize(1);

    JdkLogHandler.remove();
    JdkLogHandler.remove();
    assertThat(installed()).isEmpty();
  }

  @Test
  void parametersAreFilledIn() throws Exception {
    var record = new LogRecord(Level.WARNING, "{0} of {1} orders");
    record.setParameters(new Object[] {3, "1,000"});
    record.setLoggerName("a.shop");

    assertThat(heard(record))
        .containsExactly(
            new LogLine(
                record.getInstant(), "WARN", "a.shop", "3 of 1,000 orders", Optional.empty()));
  }

  @Test
  void levelsHaveTheirCommonNames() throws Exception {
    List<LogLine> lines =
        heard(
            () -> {
              for (Level level :
                  List.of(
                      Level.SEVERE,
                      Level.WARNING,
                      Level.INFO,
                      Level.CONFIG,
                      Level.FINE,
                      Level.FINEST)) {
                LOGGER.log(level, "a line");
              }
              return true;
            });

    assertThat(lines)
        .extracting(LogLine::level)
        .containsExactly("ERROR", "WARN", "INFO", "DEBUG", "DEBUG", "TRACE");
  }

  @Test
  void stackOfAnErrorIsKept() throws Exception {
    var record = new LogRecord(Level.SEVERE, "it broke");
    record.setThrown(new IllegalStateException("no stock", new RuntimeException("the cause")));

    assertThat(heard(record).getFirst().error().orElseThrow())
        .startsWith("java.lang.IllegalStateException: no stock")
        .contains("\tat dev.entente.durable.log.JdkLogHandlerTest.")
        .contains("Caused by: java.lang.RuntimeException: the cause");
  }

  @Test
  void recordWithoutMessageOrLoggerIsALine() throws Exception {
    assertThat(heard(new LogRecord(Level.INFO, null)))
        .extracting(LogLine::logger, LogLine::message)
        .containsExactly(tuple("", ""));
  }

  @Test
  void whatALineLogsWhileItIsMadeIsNoLine() throws Exception {
    var record = new LogRecord(Level.INFO, "a {0}");
    record.setParameters(
        new Object[] {
          new Object() {
            @Override
            public String toString() {
              LOGGER.info("recursion");
              return "parameter";
            }
          }
        });

    List<LogLine> lines =
        heard(
            () -> {
              handler().publish(record);
              return true;
            });

    assertThat(lines).extracting(LogLine::message).containsExactly("a parameter");
  }

  @Test
  void lineThatCannotBeMadeFailsNothing() throws Exception {
    var record = new LogRecord(Level.INFO, "a line");
    record.setThrown(
        new IllegalStateException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw new UnsupportedOperationException("a message that cannot be told");
          }
        });
    List<LogLine> lines =
        heard(
            () -> {
              handler().publish(record);
              LOGGER.info("next");
              return true;
            });

    assertThat(lines).extracting(LogLine::message).containsExactly("next");
  }

  @Test
  void nothingIsHeardOnceRemoved() throws Exception {
    JdkLogHandler.remove();

    assertThat(heard(new LogRecord(Level.INFO, "a line"))).isEmpty();
  }
}
