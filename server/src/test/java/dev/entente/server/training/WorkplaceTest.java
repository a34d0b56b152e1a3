package dev.entente.server.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a training leaves behind: nothing.
@DisabledOnOs(OS.WINDOWS)
class WorkplaceTest {
  private static final List<String> LONG = List.of("/bin/sh", "-c", "exec sleep 60");

  @Test
  void nothingIsLeftOfIt() throws IOException {
    Process service;
    Process other;
    Path folder;
    try (Workplace workplace = Workplace.open()) {
      folder = workplace.folder();
      Files.createDirectories(folder.resolve("data/postgres"));
      service = workplace.beginService(LONG);
      other = workplace.begin(LONG);
    }

    assertThat(service.isAlive() || other.isAlive()).isFalse();
    assertThat(folder).doesNotExist();
  }

  @Test
  @Timeout(20)
  void serviceThatHasEndedItsDatabaseIsNotWaitedFor() throws Exception {
    Workplace workplace = Workplace.open();
    Files.createDirectories(workplace.folder().resolve("data"));
    Path ready = workplace.folder().resolve("ready");
    Process service =
        workplace.beginService(
            List.of("/bin/sh", "-c", "trap : TERM; : >data/lock; : >ready; while :; do :; done"));
    while (Files.notExists(ready)) {
      Thread.onSpinWait();
    }

    workplace.close();

    assertThat(service.exitValue()).isEqualTo(137); // killed
  }

  @Test
  void processesKnowNoSettingOfTheUsers() throws Exception {
    try (Workplace workplace = Workplace.open()) {
      Path said = workplace.folder().resolve("said");
      workplace.begin(List.of("/bin/sh", "-c", "env >'" + said + "'")).waitFor();

      assertThat(Files.readAllLines(said))
          .contains("ENTENTE_HOME=" + workplace.folder())
          .contains("ENTENTE_DATA=" + workplace.folder().resolve("data"))
          .allMatch(line -> line.matches("(ENTENTE_(HOME|DATA)|LC_ALL|PWD|OLDPWD|SHLVL|_)=.*"));
    }
  }

  @Test
  void nothingBeginsBehindItsEnd() throws IOException {
    Workplace workplace = Workplace.open();
    workplace.close();

    assertThatThrownBy(() -> workplace.begin(LONG)).isInstanceOf(IllegalStateException.class);
  }
}
