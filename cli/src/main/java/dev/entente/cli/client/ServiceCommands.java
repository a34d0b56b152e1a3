package dev.entente.cli.client;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.Pause;
import dev.entente.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// The commands that talk to a running service, annotated for picocli.
public final class ServiceCommands {
  private static final Duration ENDING = Duration.ofSeconds(30);

  private ServiceCommands() {}

  /// `import`, `export`, `run`, `runs` and `stop`, to be run once.
  ///
  /// @param settings asked for when a command runs: settings that are wrong must not keep `help` or
  ///   `match` from working
  /// @param pause between two questions to the service
  public static List<Callable<Integer>> all(
      Terminal terminal, Supplier<Settings> settings, Pause pause) {
    return List.of(
        new ImportCommand(terminal, new ServiceOption(terminal, settings)),
        new ExportCommand(terminal, new ServiceOption(terminal, settings)),
        new RunCommand(terminal, new ServiceOption(terminal, settings), pause),
        new RunsCommand(terminal, new ServiceOption(terminal, settings)),
        new StopCommand(terminal, settings, ENDING));
  }
}
