package dev.entente.cli;

import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Prints the version of the program and of the Java that runs it.
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
  private final Terminal terminal;

  VersionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String version =
        Optional.ofNullable(Commands.class.getPackage().getImplementationVersion()).orElse("?");
    String line = "entente %s (Java %s)%n".formatted(version, Runtime.version());
    terminal.out().write(line.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
