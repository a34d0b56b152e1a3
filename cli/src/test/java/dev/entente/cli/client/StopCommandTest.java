package dev.entente.cli.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.CommandRun;
import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class StopCommandTest extends ServiceCase {
  private Path dataFolder = Path.of("");

  @BeforeEach
  void makeTheDataFolder() throws IOException {
    dataFolder = Files.createDirectory(folder.resolve("data"));
  }

  @Test
  void serviceIsAskedToEndAndAwaited() throws IOException {
    Process process = started("read line");
    write(process.toHandle(), startOf(process));

    assertThat(command.run("stop")).isZero();

    assertThat(process.isAlive()).isFalse();
    assertThat(command.out())
        .isEqualTo("the service (process %d) has ended.\n".formatted(process.pid()));
  }

  @Test
  void demoIsStoppedWhereNoServiceRuns() throws IOException {
    dataFolder = Files.createDirectory(dataFolder.resolve("demo"));
    Process process = started("read line");
    write(process.toHandle(), startOf(process));

    assertThat(command.run("stop")).isZero();

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void withoutServiceThereIsNothingToDo() {
    var french = french();

    assertThat(command.run("stop")).isZero();
    assertThat(french.run("stop")).isZero();

    assertThat(command.out()).isEqualTo("no service runs on %s.\n".formatted(dataFolder));
    assertThat(french.out()).isEqualTo("aucun service ne tourne sur %s.\n".formatted(dataFolder));
  }

  @Test
  void otherProcessWithTheSameNumberIsLeftAlone() throws IOException {
    Process process = started("read line");
    try {
      write(process.toHandle(), startOf(process).minusSeconds(60));

      assertThat(command.run("stop")).isZero();

      assertThat(command.out()).startsWith("no service runs on");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void serviceThatDoesNotEndIsSaid() throws IOException {
    Process process = started("trap '' TERM; echo ready; read line");
    try {
      assertThat(process.inputReader(US_ASCII).readLine()).isEqualTo("ready");
      write(process.toHandle(), startOf(process));
      var impatient =
          new CommandRun()
              .with(
                  terminal ->
                      List.of(
                          new StopCommand(
                              terminal, () -> Settings.load(environment), Duration.ofMillis(50))));

      assertThat(impatient.run("stop")).isEqualTo(1);

      assertThat(impatient.err()).contains("end it with: kill -9 " + process.pid() + "\n");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void fileOfSomethingElseIsSaid() throws IOException {
    Path file = Files.writeString(ServiceFile.in(dataFolder), "pid=many\n");

    assertThat(command.run("stop")).isEqualTo(1);

    assertThat(command.err())
        .isEqualTo(
            "entente: %s is not what a running service writes. Remove it if no service runs.\n"
                .formatted(file));
  }

  private static Process started(String script) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", script).start();
  }

  private static Instant startOf(Process process) {
    return process.info().startInstant().orElseThrow();
  }

  private void write(ProcessHandle process, Instant startedAt) throws IOException {
    new ServiceFile(process.pid(), startedAt, URI.create(service.url())).write(dataFolder);
  }
}
