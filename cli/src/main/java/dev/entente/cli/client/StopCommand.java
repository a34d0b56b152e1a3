package dev.entente.cli.client;

import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.StatusLine;
import dev.entente.cli.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// Ends the service whose data folder this is or, where none runs, the demo in it.
@Command(name = "stop")
final class StopCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Settings> settings;
  private final Duration patience;

  /// @param patience how long the service may take to end
  StopCommand(Terminal terminal, Supplier<Settings> settings, Duration patience) {
    this.terminal = terminal;
    this.settings = settings;
    this.patience = patience;
  }

  @Override
  public Integer call() throws IOException {
    Settings known = settings.get();
    Optional<ProcessHandle> service =
        ServiceFile.findRunning(known, terminal.messages()).flatMap(ServiceFile::process);
    if (service.isEmpty()) {
      terminal.give("stop.nothing", known.dataFolder());
      return ExitCode.DONE;
    }
    String pid = String.valueOf(service.get().pid());
    if (!service.get().destroy() && service.get().isAlive()) {
      throw failure("stop.denied", pid);
    }
    awaitEnd(service.get(), pid);
    terminal.give("stop.done", pid);
    return ExitCode.DONE;
  }

  private void awaitEnd(ProcessHandle service, String pid) {
    try (var line = new StatusLine(terminal)) {
      line.show("stop.waiting", pid);
      service.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failure("stop.tooLong", pid, patience.toSeconds());
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("service.interrupted");
    }
  }

  private CommandFailure failure(String key, Object... arguments) {
    return CommandFailure.failed(terminal.messages().text(key, arguments));
  }
}
