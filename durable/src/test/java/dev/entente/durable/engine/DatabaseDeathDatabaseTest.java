package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.entente.durable.EngineDatabase;
import dev.entente.durable.jdbc.Database;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import dev.entente.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server of PostgreSQL that is killed in the middle of runs.
final class DatabaseDeathDatabaseTest {
  private static final Duration AWAY = Duration.ofSeconds(3);

  private static final Duration USUAL = Duration.ofMillis(5);

  @TempDir private Path temporary;

  private final Map<String, Integer> executions = new ConcurrentHashMap<>();
  private volatile Duration longest = USUAL;

  private void execute(String step) throws InterruptedException {
    executions.merge(step, 1, Integer::sum);
    Thread.sleep(step.equals("long") ? longest : USUAL);
  }

  @Test
  void engineGoesOnByItselfWhenItsDatabaseIsBack() throws Exception {
    List<String> undisturbed;
    try (EngineDatabase database = EngineDatabase.open()) {
      undisturbed = run(database.source(), () -> {});
    }
    Map<String, Integer> once = Map.copyOf(executions);
    executions.clear();
    longest = AWAY.plusMillis(1_500);
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    try (var server = PostgresServer.start(temporary, System::nanoTime, _ -> {});
        HikariDataSource source = EngineDatabase.connect(url(server))) {

      List<String> kept = run(source, () -> keepAway(server));

      assertThat(kept).isEqualTo(undisturbed);
      assertThat(lost(source)).isEmpty();
      assertThat(executions.get("long")).isEqualTo(1);
      report(once);
    }
  }

  private static String url(PostgresServer server) {
    return server.jdbcUrl()
        + (server.jdbcUrl().contains("?") ? "&" : "?")
        + "user=%s&password=%s".formatted(server.user(), server.password());
  }

  private interface Disturbance {
    void happen() throws Exception;
  }

  private List<String> run(HikariDataSource source, Disturbance disturbance) throws Exception {
    var database = new Database(source);
    try (var engine = new DurableEngine(source, EngineProcess.quick())) {
      engine.start(new LawFunctions(this::execute).app());
      engine.events().send(List.of(Event.of(LawFunctions.MANY), Event.of(LawFunctions.MANY)));
      engine.events().send(Event.of(LawFunctions.GROUP, Json.parse("{\"steps\":[\"long\"]}")));
      while (executions.size() < 30) {
        Thread.sleep(5);
      }
      disturbance.happen();
      long back = System.nanoTime();
      CrashLaw.awaitEnd(database);
      System.out.printf("all runs have ended after %.1f s%n", (System.nanoTime() - back) / 1e9);
    }
    return KeptRows.of(database);
  }

  /// Kills it, and whatever is started in its place for a while.
  private static void keepAway(PostgresServer server) throws InterruptedException {
    for (long end = System.nanoTime() + AWAY.toNanos(); System.nanoTime() < end; ) {
      ProcessHandle.of(server.pid()).ifPresent(DatabaseDeathDatabaseTest::kill);
      Thread.sleep(20);
    }
  }

  private static void kill(ProcessHandle postmaster) {
    List<ProcessHandle> backends = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    backends.forEach(ProcessHandle::destroyForcibly);
  }

  private static List<String> lost(HikariDataSource source) {
    return new Database(source)
        .inTransaction(
            transaction ->
                transaction.list(
                    "SELECT hash FROM durable.attempt WHERE outcome = 'LOST'",
                    row -> row.text("hash")));
  }

  private void report(Map<String, Integer> once) {
    int all = executions.values().stream().mapToInt(Integer::intValue).sum();
    int before = once.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf("executions: %d, of %d undisturbed%n", all, before);
  }
}
