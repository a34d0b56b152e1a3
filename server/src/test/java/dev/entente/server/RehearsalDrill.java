package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.cli.Commands;
import dev.entente.cli.client.ServiceCommands;
import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.training.Rehearsal;
import dev.entente.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day that Java is trained with, lived through: whoever renames a command, an option or a page
/// would otherwise only make starts slower. It takes half a minute, and what it proves makes
/// nothing wrong: so it is no part of the gate.
class RehearsalDrill {
  @TempDir private Path folder;

  private Settings settings() {
    return Settings.ofEnvironment(Map.of("ENTENTE_DATA", folder.resolve("data").toString()));
  }

  @Test
  void wholeDayOfASmallInstallationSucceeds() throws Exception {
    TestService service = TestService.shared();
    Terminal terminal = TestService.terminal(service.clock);
    Files.createDirectories(folder.resolve("data"));
    ServiceFile.ofThisProcess(service.api().url()).write(folder.resolve("data"));
    List<String> commands = new ArrayList<>();
    ToIntFunction<String[]> command =
        words -> {
          commands.add(words[0]);
          var all = ServiceCommands.all(terminal, this::settings, Thread::sleep);
          return Commands.run(terminal, all, words);
        };

    var rehearsal = new Rehearsal(command, settings(), terminal.messages(), Thread::sleep);

    assertThatCode(() -> rehearsal.run(TestService.NOW)).doesNotThrowAnyException();
    assertThat(commands).startsWith("import", "import", "run").endsWith("runs", "export", "match");
  }

  @Test
  void serviceThatNeverStartsIsSaid() {
    Terminal terminal = TestService.terminal(new SettableClock(TestService.NOW));
    var rehearsal = new Rehearsal(_ -> 0, settings(), terminal.messages(), _ -> {});

    assertThatThrownBy(() -> rehearsal.run(TestService.NOW))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("Java could not be trained: this failed: serve");
  }
}
