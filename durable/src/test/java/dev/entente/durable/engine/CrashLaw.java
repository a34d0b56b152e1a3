package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.jdbc.Database;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Wherever a process is killed, another one on its database ends what it had begun, and what is
/// kept in the end is what is kept when nobody is killed. Shared by threads.
final class CrashLaw {
  private static final String EVENT_ID = "asked-once";
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final Duration TAKEN_FOR_DEAD = Duration.ofSeconds(2);
  private static final String REFUSED = "is no longer ours .* what was done is not kept";
  private static final String LOST = "DatabaseException: .* Treating as failure";
  private static final int AT_ONCE = 3; // steps of which a killed process may have run the code

  private final List<String> undisturbed;
  private final int commits;
  private final int executions;

  CrashLaw() throws Exception {
    try (EngineDatabase database = Executions.openDatabase()) {
      var halting = new Halting(HaltPoint.never(), _ -> {});
      var counted = new Executions(database.database());
      try (var engine =
          new DurableEngine(halting.around(database.source()), EngineProcess.quick())) {
        engine.start(new LawFunctions(counted).app());
        halting.count();
        send(engine);
        awaitEnd(database.database());
      }
      undisturbed = KeptRows.of(database.database());
      commits = halting.commits();
      executions = counted.all();
    }
    assertThat(undisturbed)
        .anyMatch(row -> row.startsWith("run law-whole COMPLETED"))
        .anyMatch(row -> row.startsWith("run law-listener COMPLETED"))
        .anyMatch(row -> row.contains(" EVENT_WAIT DONE "))
        .noneMatch(row -> row.startsWith("left "));
  }

  /// How many commits an undisturbed run has.
  int commits() {
    return commits;
  }

  private static void send(DurableEngine engine) {
    engine.events().send(Event.of(LawFunctions.WHOLE, Json.parse("{}")).withId(EVENT_ID));
  }

  /// Waits until all runs are over; of none there is nothing to wait for.
  static void awaitEnd(Database database) throws InterruptedException {
    for (long end = System.nanoTime() + MOST.toNanos(); !isOver(database); Thread.sleep(10)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it does not end: " + KeptRows.of(database));
      }
    }
  }

  private static boolean isOver(Database database) {
    return database.inTransaction(
        transaction ->
            transaction.exists("SELECT 1 FROM durable.run")
                && !transaction.exists(
                    "SELECT 1 FROM durable.run WHERE status IN ('QUEUED', 'RUNNING')"));
  }

  /// What came of a process that was killed.
  ///
  /// @param where it was; empty if it had come to the end before
  /// @param again how many executions there were more than when nobody is killed
  /// @param seconds from the kill to the end of all runs
  record Outcome(HaltPoint point, Optional<String> where, int again, double seconds) {}

  /// Kills a process and lets another one go on.
  ///
  /// @throws AssertionError if what is kept is not what is kept when nobody is killed
  Outcome kill(HaltPoint point) throws Exception {
    try (EngineDatabase database = Executions.openDatabase();
        var child = Child.start(database.url(), "quick", point)) {
      child.tell("send %s %s {}".formatted(LawFunctions.WHOLE, EVENT_ID));
      Optional<String> where = awaitHalt(child, database.database());
      child.kill();
      long killed = System.nanoTime();
      finish(database);
      double seconds = (System.nanoTime() - killed) / 1e9;
      int again = new Executions(database.database()).all() - executions;
      assertThat(KeptRows.of(database.database())).as(point + " " + where).isEqualTo(undisturbed);
      assertThat(again).as(point + " executions").isBetween(0, AT_ONCE);
      return new Outcome(point, where, again, seconds);
    }
  }

  private static Optional<String> awaitHalt(Child child, Database database)
      throws InterruptedException {
    while (child.find(EngineProcess.HALTED).isEmpty() && !isOver(database)) {
      Thread.sleep(10);
    }
    return child.find(EngineProcess.HALTED);
  }

  /// Another instance ends what is going on.
  private static void finish(EngineDatabase database) throws InterruptedException {
    try (var engine = new DurableEngine(database.source(), EngineProcess.quick())) {
      var code = new Executions(database.database());
      engine.start(new LawFunctions(code).app());
      send(engine); // whoever sent it has got no answer, and sends it again
      awaitEnd(database.database());
    }
  }

  /// Stops a process, lets another one go on, and then the first again.
  ///
  /// @param least how long it is stopped at least
  /// @return from the stop to the end of all runs
  /// @throws AssertionError if anything that it does afterwards is kept
  Duration pause(HaltPoint point, Duration least) throws Exception {
    try (EngineDatabase database = Executions.openDatabase();
        var child = startAndPause(database, point)) {
      long paused = System.nanoTime();
      finish(database);
      var takeover = Duration.ofNanos(System.nanoTime() - paused);
      assertThat(KeptRows.of(database.database())).as(point.toString()).isEqualTo(undisturbed);
      Thread.sleep(takeover.compareTo(least) < 0 ? least.minus(takeover) : Duration.ZERO);
      child.tell("go");
      child.resume();
      child.await(point.side() == HaltPoint.Side.BEFORE ? LOST : REFUSED);
      child.terminate();
      assertThat(KeptRows.of(database.database())).as(point.toString()).isEqualTo(undisturbed);
      return takeover;
    }
  }

  private static Child startAndPause(EngineDatabase database, HaltPoint point) throws Exception {
    var child = Child.start(database.url(), "quick", point);
    child.tell("send %s %s {}".formatted(LawFunctions.WHOLE, EVENT_ID));
    child.await(EngineProcess.HALTED);
    child.pause();
    return child;
  }

  /// Stops a process, with nobody else there, until it would be taken for dead.
  ///
  /// @throws AssertionError if it does not go on as if nothing had happened
  void pauseAlone(HaltPoint point) throws Exception {
    try (EngineDatabase database = Executions.openDatabase();
        var child = startAndPause(database, point)) {
      Thread.sleep(TAKEN_FOR_DEAD.multipliedBy(2));
      child.tell("go");
      child.resume();
      awaitEnd(database.database());
      assertThat(KeptRows.of(database.database())).isEqualTo(undisturbed);
      assertThat(new Executions(database.database()).all()).isEqualTo(executions);
      assertThat(child.find("taken over")).isEmpty();
    }
  }
}
