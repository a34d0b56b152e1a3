package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunStatus;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the service on invented people and jobs, in a data folder of their own, and ranks them.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private static final double NANOS = 1e9;

  private final Terminal terminal;
  private final Supplier<Settings> settings;

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  DemoCommand(Terminal terminal, Supplier<Settings> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() throws InterruptedException {
    long start = terminal.nanoTime().getAsLong();
    Settings known = settings.get();
    var options = ServiceOptions.of(port, known, terminal.messages()).apart(known.demoFolder());
    var lifetime = new Lifetime();
    RunningService service =
        lifetime.start(
            () -> RunningService.start(options, known.without(ServiceOptions.NOT_APART), terminal));
    GenerationRun run = service.part(DemoLoading.class).loadAndRank();
    if (run.status() != RunStatus.COMPLETED) {
      throw CommandFailure.failed(terminal.messages().text("demo.failed", run.error()));
    }
    terminal.say(
        "demo.ranked",
        run.candidates(),
        run.postings().written(),
        run.matchings(),
        (terminal.nanoTime().getAsLong() - start) / NANOS);
    terminal.say("demo.look", service.url());
    lifetime.await();
    return ExitCode.DONE;
  }
}
