package dev.entente.server;

import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Has Java learn how the product starts; run by the launcher, and by hand where there is none.
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("java.class.path"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    new Training(jar, java, terminal.messages()).run();
    return ExitCode.DONE;
  }
}
