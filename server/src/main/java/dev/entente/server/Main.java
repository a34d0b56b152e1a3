package dev.entente.server;

import dev.entente.cli.Commands;
import dev.entente.cli.client.ServiceCommands;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// The composition root: the only place that names the system's streams, clock and environment.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its code.
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    var terminal =
        new Terminal(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            environment.containsKey("ENTENTE_ERR_IS_TERMINAL"),
            InstantSource.system(),
            System::nanoTime,
            Messages.of(environment));
    System.exit(run(terminal, environment, args));
  }

  private static int run(Terminal terminal, Map<String, String> environment, String... args) {
    try {
      return Commands.run(terminal, services(terminal, environment), args);
    } catch (OutOfMemoryError e) {
      terminal.say("failure", terminal.messages().text("memory"));
      return ExitCode.FAILED;
    }
  }

  private static List<Callable<Integer>> services(
      Terminal terminal, Map<String, String> environment) {
    Supplier<Settings> settings = () -> Settings.load(environment);
    List<Callable<Integer>> services =
        new ArrayList<>(ServiceCommands.all(terminal, settings, Thread::sleep));
    services.add(new ServeCommand(terminal, settings));
    services.add(new DemoCommand(terminal, settings));
    services.add(new DoctorCommand(terminal, settings, showsColours(environment)));
    services.add(new TrainCommand(terminal));
    services.add(
        new RehearseCommand(terminal, settings, words -> run(terminal, environment, words)));
    return services;
  }

  // https://no-color.org
  private static boolean showsColours(Map<String, String> environment) {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
