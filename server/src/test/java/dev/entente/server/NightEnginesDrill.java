package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.ops.DatabaseUrl;
import dev.entente.server.runs.NightSchedule;
import dev.entente.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The same night on the engine of the process and on one of another process, over the demo and
/// over real documents.
///
/// It is no part of the gate, which has the same within one process: `./entente test --drills`.
class NightEnginesDrill {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  @TempDir private Path folder;

  /// Documents, as they come into a service.
  private interface Filling {
    void into(TestService service) throws Exception;
  }

  @Test
  void demoHasTheSameRows() throws Exception {
    compare(service -> service.part(DemoLoading.class).loadAndRank());
  }

  @Test
  void realDocumentsHaveTheSameRows() throws Exception {
    RealDocuments documents = RealDocuments.in(folder);
    compare(service -> documents.importAll(service.api()));
  }

  @Test
  void serviceThatIsCalledByAnEngineOutsideEndsInTheMiddleOfAChunk() throws Exception {
    var clock = new SettableClock(Instant.now());
    try (var engine = new ServingEngine(TestService.newDatabase(), clock)) {
      TestService served = TestService.served(engine.settings(), clock, NightSchedule.NONE);
      engine.start(served.api().url());
      NightData.fill(served.api(), 2, 3);
      served.settle();
      long start;
      try (Connection holding = served.connect();
          Statement statement = holding.createStatement()) {
        holding.setAutoCommit(false);
        statement.execute("SELECT FROM ranking FOR UPDATE");
        served.api().post("/api/runs");
        Api.until(() -> served.isWaitingForALock());
        start = System.nanoTime();
        served.close();
      }
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      System.out.printf("a service that is called from outside ended in %s%n", time);
      assertThat(time).isLessThan(LONGEST_STOP);
    }
  }

  private static void compare(Filling filling) throws Exception {
    // Calls are signed with the time, of which two processes have to know the same.
    var clock = new SettableClock(Instant.now());
    try (var engine = new EngineProcess(TestService.newDatabase());
        TestService outside = TestService.served(engine.settings(), clock, NightSchedule.NONE);
        TestService inside = TestService.open(clock, NightSchedule.NONE)) {
      engine.start(outside);

      Night remote = night(outside, filling);
      Night local = night(inside, filling);

      assertThat(remote.lists().lists()).isNotEmpty();
      assertThat(remote.lists()).isEqualTo(local.lists());
      assertThat(remote.run().get("status").stringValue()).isEqualTo("COMPLETED");
      for (String same : new String[] {"asOf", "calibration", "postings", "chunks", "matchings"}) {
        assertThat(remote.run().get(same)).as(same).isEqualTo(local.run().get(same));
      }
      System.out.printf(
          "%d lists and %s matchings are the same%n",
          local.lists().lists().size(), local.run().get("matchings"));
    }
  }

  private record Night(JsonNode run, StoredLists lists) {}

  private static Night night(TestService service, Filling filling) throws Exception {
    filling.into(service);
    service.settle();
    JsonNode run = service.api().run();
    return new Night(run, StoredLists.of(service.database()));
  }

  /// A [ServingEngine] in a process of its own.
  private static final class EngineProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final PrintStream input;
    private final String port;

    private EngineProcess(DatabaseUrl database) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  ServingEngine.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      input = new PrintStream(process.getOutputStream(), true, UTF_8);
      input.println(database.jdbcUrl());
      input.println(database.user().orElseThrow());
      input.println(database.password().orElseThrow());
      port = read("\\d+");
    }

    // Libraries may say something too.
    private String read(String regex) throws IOException {
      String line = output.readLine();
      while (line != null && !line.matches(regex)) {
        line = output.readLine();
      }
      return String.valueOf(line);
    }

    private Map<String, String> settings() {
      return ServingEngine.settings(port);
    }

    private void start(TestService service) throws IOException {
      input.println(service.api().url());
      assertThat(read("ready")).isEqualTo("ready");
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
