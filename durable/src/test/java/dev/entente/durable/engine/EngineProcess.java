package dev.entente.durable.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.entente.durable.EngineDatabase;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.queue.WorkerSettings;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/// An instance of the engine in a process of its own, to be killed; see [Child].
///
/// It reads the URL of its database and then lines: `send NAME ID DATA`, `go` to end a halt. It
/// ends when nobody can write to it any more.
final class EngineProcess {
  static final String READY = "ready";
  static final String HALTED = "halted ";

  private final Halting halting;
  private final DurableEngine engine;

  private EngineProcess(Halting halting, DurableEngine engine) {
    this.halting = halting;
    this.engine = engine;
  }

  /// Runs it.
  ///
  /// @param arguments `quick` or `usual`, and where it stands still
  public static void main(String[] arguments) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    HikariDataSource source = EngineDatabase.connect(input.readLine());
    HaltPoint point = HaltPoint.read(arguments[1], arguments[2]);
    var halting = new Halting(point, where -> System.out.println(HALTED + where));
    var engine = new DurableEngine(halting.around(source), settings(arguments[0]));
    engine.start(new LawFunctions(code(source, halting)).app());
    Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
    System.out.println(READY);
    new EngineProcess(halting, engine).read(input);
    Runtime.getRuntime().halt(1);
  }

  static EngineSettings settings(String name) {
    return name.equals("usual") ? EngineSettings.usual() : quick();
  }

  /// A dead instance is found within three seconds.
  static EngineSettings quick() {
    return EngineSettings.usual()
        .with(Backoff.fixed(Duration.ofMillis(50)))
        .with(
            new WorkerSettings(
                UUID.randomUUID().toString(),
                8,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofSeconds(2)));
  }

  private static StepCode code(HikariDataSource source, Halting halting) {
    var executions = new Executions(new Database(source));
    return step -> {
      executions.during(step);
      work(step);
      halting.ran(step);
    };
  }

  // What takes long here is done by another process at once.
  private static void work(String step) throws InterruptedException {
    if (step.startsWith("soon")) {
      Thread.sleep(Duration.ofMillis(700));
    } else if (step.startsWith("late")) {
      Thread.sleep(Duration.ofMinutes(1));
    } else if (step.startsWith("stubborn")) {
      sleepAndKeepInterrupt();
    } else if (step.startsWith("step ") || step.startsWith("side ")) {
      Thread.sleep(Duration.ofMillis(10));
    }
  }

  private static void sleepAndKeepInterrupt() {
    try {
      Thread.sleep(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void read(BufferedReader input) throws IOException {
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ", 4);
      if (words[0].equals("send")) {
        halting.count();
        engine.events().send(Event.of(words[1], Json.parse(words[3])).withId(words[2]));
      } else {
        halting.release();
      }
    }
  }
}
