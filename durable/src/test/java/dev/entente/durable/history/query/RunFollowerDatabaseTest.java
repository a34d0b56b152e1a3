package dev.entente.durable.history.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.Following;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunNotEndedException;
import dev.entente.durable.history.StepStatus;
import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunFollowerDatabaseTest {
  private static final Duration EVERY = Duration.ofMillis(10);

  private final EngineDatabase database = EngineDatabase.open();
  private final RunFollower follower = new RunFollower(database.database());
  private final Rows rows = new Rows(database.database());

  @AfterAll
  void close() {
    database.close();
  }

  private String run() {
    return rows.run("shop-a", rows.event("a", Rows.START), RunStatus.RUNNING, Rows.START);
  }

  private static RunDetail next(BlockingQueue<RunDetail> told) throws InterruptedException {
    RunDetail detail = told.poll(10, TimeUnit.SECONDS);
    assertThat(detail).isNotNull();
    return detail;
  }

  private static void assertNothing(BlockingQueue<RunDetail> told) throws InterruptedException {
    assertThat(told.poll(100, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void eachChangeIsToldOnceAndTheEndLast() throws Exception {
    String run = run();
    var told = new LinkedBlockingQueue<RunDetail>();
    try (var _ = follower.follow(run, EVERY, told::add).orElseThrow()) {
      assertThat(next(told).steps()).isEmpty();

      rows.step(run, "a", "RUN", 0);
      assertThat(next(told).steps().getFirst().status()).isEqualTo(StepStatus.QUEUED);
      rows.item("step", run + ".0.a", Rows.START, "instance-1");
      assertThat(next(told).steps().getFirst().status()).isEqualTo(StepStatus.RUNNING);
      rows.attempt(run, "a", "DONE", Rows.START, EVERY);
      assertThat(next(told).attempts()).hasSize(1);
      rows.endStep(run, "a", "DONE");
      assertThat(next(told).steps().getFirst().status()).isEqualTo(StepStatus.DONE);
      assertNothing(told);

      rows.complete(run, Rows.START);
      assertThat(next(told).run().status()).isEqualTo(RunStatus.COMPLETED);
      rows.step(run, "b", "RUN", 0);
      assertNothing(told);
    }
  }

  @Test
  void runThatHasEndedIsToldOnce() throws Exception {
    String run = run();
    rows.complete(run, Rows.START);
    var told = new LinkedBlockingQueue<RunDetail>();
    try (var _ = follower.follow(run, EVERY, told::add).orElseThrow()) {
      assertThat(next(told).run().status()).isEqualTo(RunStatus.COMPLETED);
      assertNothing(told);
    }
  }

  @Test
  void nothingIsToldBehindTheClose() throws Exception {
    String run = run();
    var told = new LinkedBlockingQueue<RunDetail>();
    Following following = follower.follow(run, Duration.ofHours(1), told::add).orElseThrow();
    next(told);

    following.close();
    rows.complete(run, Rows.START);

    assertNothing(told);
  }

  @Test
  void listenerThatFailsIsToldNothingMoreAndTheLogHasIt() throws Exception {
    String run = run();
    List<String> warnings = new CopyOnWriteArrayList<>();
    Handler handler = new Warnings(warnings);
    Logger logger = Logger.getLogger(RunFollower.class.getName());
    logger.addHandler(handler);
    var told = new LinkedBlockingQueue<RunDetail>();
    try (var _ =
        follower
            .follow(
                run,
                EVERY,
                detail -> {
                  told.add(detail);
                  throw new IllegalStateException("broken page");
                })
            .orElseThrow()) {
      next(told);
      rows.complete(run, Rows.START);
      assertNothing(told);
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(warnings).singleElement().asString().contains(run).contains("listener");
  }

  @Test
  void unknownRunIsNeitherFollowedNorAwaited() {
    assertThat(follower.follow("none", EVERY, _ -> {})).isEmpty();
    assertThat(follower.await("none", EVERY)).isEmpty();
  }

  @Test
  void runIsNotLookedAtAllTheTime() {
    assertThatThrownBy(() -> follower.follow(run(), Duration.ZERO, _ -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void runThatEndsIsAwaited() throws Exception {
    String run = run();
    Thread ending = Thread.ofVirtual().start(() -> rows.complete(run, Rows.START));

    RunDetail detail = follower.await(run, Duration.ofSeconds(10)).orElseThrow();

    ending.join();
    assertThat(detail.run().status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void runThatGoesOnIsAwaitedNoLongerThanWanted() {
    String run = run();
    for (Duration most : List.of(Duration.ofMillis(120), Duration.ZERO, Duration.ofDays(-1))) {
      assertThatThrownBy(() -> follower.await(run, most))
          .isInstanceOfSatisfying(
              RunNotEndedException.class, e -> assertThat(e.status()).isEqualTo(RunStatus.RUNNING))
          .hasMessageContaining(run);
    }
  }

  @Test
  void interruptedThreadWaitsNoLonger() {
    String run = run();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> follower.await(run, Duration.ofHours(1)))
        .isInstanceOf(RunNotEndedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static final class Warnings extends Handler {
    private final List<String> messages;

    Warnings(List<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord entry) {
      messages.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
