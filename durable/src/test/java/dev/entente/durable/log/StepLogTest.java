package dev.entente.durable.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StepLogTest {
  private final StepLog log = new StepLog();

  private static void say(String message) {
    StepLog.record(() -> line(message, Optional.empty()));
  }

  private static LogLine line(String message, Optional<String> error) {
    return new LogLine(Instant.EPOCH, "INFO", "a.Logger", message, error);
  }

  private List<String> drained() {
    return log.drain().stream().map(line -> line.line().message()).toList();
  }

  @Test
  void linesOfTheWorkAreHeardInOrder() throws Exception {
    say("before");
    String result =
        log.during(
            () -> {
              say("one");
              say("two");
              return "done";
            });
    say("after");

    assertThat(result).isEqualTo("done");
    assertThat(drained()).containsExactly("one", "two");
    assertThat(drained()).isEmpty();
  }

  @Test
  void lineIsNotMadeWhereNobodyListens() {
    StepLog.record(
        () -> {
          throw new AssertionError("made");
        });
  }

  @Test
  void failureOfTheWorkIsPassedOn() {
    assertThatThrownBy(
            () ->
                log.during(
                    () -> {
                      say("one");
                      throw new IOException("broken");
                    }))
        .isInstanceOf(IOException.class);
    say("after");

    assertThat(drained()).containsExactly("one");
  }

  @Test
  void innerWorkIsHeardByItsOwnLog() throws Exception {
    var inner = new StepLog();
    log.during(
        () -> {
          say("one");
          inner.during(
              () -> {
                say("inner");
                return true;
              });
          say("two");
          return true;
        });

    assertThat(drained()).containsExactly("one", "two");
    assertThat(inner.drain()).hasSize(1);
  }

  @Test
  void threadsThatTheWorkStartsAreHeard() throws Exception {
    log.during(
        () -> {
          Thread.ofVirtual().start(() -> say("virtual")).join();
          Thread.ofPlatform().start(() -> say("platform")).join();
          try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.execute(() -> say("executor"));
          }
          return true;
        });

    assertThat(drained()).containsExactly("virtual", "platform", "executor");
  }

  @Test
  void threadsThatWereThereBeforeAreNotHeard() throws Exception {
    try (var pool = Executors.newFixedThreadPool(1)) {
      pool.submit(() -> say("start")).get();
      log.during(
          () -> {
            pool.submit(() -> say("pool")).get();
            return true;
          });
    }

    assertThat(drained()).isEmpty();
  }

  @Test
  void threadThatOutlivesTheWorkIsHeardNoLonger() throws Exception {
    var over = new CountDownLatch(1);
    Thread late =
        log.during(
            () ->
                Thread.ofVirtual()
                    .start(
                        () -> {
                          try {
                            over.await();
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                          say("late");
                        }));
    over.countDown();
    late.join();

    assertThat(drained()).isEmpty();
  }

  @Test
  void linesCanBeTakenWhileTheWorkGoesOn() throws Exception {
    log.during(
        () -> {
          say("one");
          assertThat(drained()).containsExactly("one");
          say("two");
          return true;
        });

    assertThat(drained()).containsExactly("two");
  }

  @Test
  void newestLinesAreKept() throws Exception {
    log.during(
        () -> {
          IntStream.range(0, 7_000).forEach(i -> say("line " + i));
          return true;
        });

    assertThat(drained()).hasSize(5_000).startsWith("line 2000").endsWith("line 6999");
  }

  @Test
  void longTextsAreCut() {
    LogLine line = line("m".repeat(20_000), Optional.of("e".repeat(70_000)));

    assertThat(line.message()).hasSize(16_384).endsWith("m…");
    assertThat(line.error().orElseThrow()).hasSize(65_536).endsWith("e…");
    assertThat(line("m".repeat(16_384), Optional.empty()).message()).endsWith("mm");
  }

  @Test
  void charactersInMemoryHaveALimit() throws Exception {
    log.during(
        () -> {
          IntStream.range(0, 1_000)
              .forEach(_ -> StepLog.record(() -> line("m", Optional.of("e".repeat(65_536)))));
          say("last");
          return true;
        });

    assertThat(drained()).hasSizeBetween(200, 256).endsWith("last");
  }
}
