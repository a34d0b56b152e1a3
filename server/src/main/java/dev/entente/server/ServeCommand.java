package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the service until it is stopped.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Settings> settings;

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  ServeCommand(Terminal terminal, Supplier<Settings> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings known = settings.get();
    var options = ServiceOptions.of(port, known, terminal.messages());
    var lifetime = new Lifetime();
    RunningService service = lifetime.start(() -> RunningService.start(options, known, terminal));
    terminal.say("serve.answers", service.url());
    lifetime.await();
    return ExitCode.DONE;
  }
}
