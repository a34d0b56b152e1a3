package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.training.Rehearsal;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;

/// What `train` runs beside a service: all that both are to be recorded doing.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Settings> settings;
  private final ToIntFunction<String[]> command;

  /// @param command runs the words of one, and gives its exit code
  RehearseCommand(Terminal terminal, Supplier<Settings> settings, ToIntFunction<String[]> command) {
    this.terminal = terminal;
    this.settings = settings;
    this.command = command;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Rehearsal(command, settings.get(), terminal.messages(), Thread::sleep)
        .run(terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    return ExitCode.DONE;
  }
}
