package dev.entente.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceFileTest {
  private static final URI URL = URI.create("http://127.0.0.1:8080");
  private static final Messages MESSAGES = Messages.of(Map.of());

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    var file = ServiceFile.ofThisProcess(URL);

    file.write(folder);
    file.write(folder);

    assertThat(ServiceFile.read(folder, MESSAGES)).contains(file);
    assertThat(file.process()).contains(ProcessHandle.current());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("service"));
    }
  }

  @Test
  void fileIsPropertiesThatScriptsCanRead() throws IOException {
    new ServiceFile(7, Instant.parse("2026-11-23T07:00:00.120Z"), URL).write(folder);

    assertThat(folder.resolve("service"))
        .hasContent("pid=7\nstartedAt=2026-11-23T07:00:00.120Z\nurl=http://127.0.0.1:8080\n");
  }

  @Test
  void absentFileIsNoService() {
    assertThat(ServiceFile.read(folder, MESSAGES)).isEqualTo(Optional.empty());
    assertThat(ServiceFile.read(folder.resolve("absent"), MESSAGES)).isEqualTo(Optional.empty());
  }

  @Test
  void serviceRemovesOnlyItsOwnFile() throws IOException {
    var own = ServiceFile.ofThisProcess(URL);
    var newer = new ServiceFile(own.pid(), own.startedAt(), URI.create("http://127.0.0.1:9090"));
    newer.write(folder);

    own.delete(folder);
    assertThat(ServiceFile.read(folder, MESSAGES)).contains(newer);

    newer.delete(folder);
    newer.delete(folder);
    assertThat(ServiceFile.read(folder, MESSAGES)).isEmpty();
  }

  @Test
  void processThatStartedAtAnotherTimeIsAnotherOne() {
    var own = ServiceFile.ofThisProcess(URL);
    var secondLater = new ServiceFile(own.pid(), own.startedAt().plusSeconds(1), URL);
    var minuteLater = new ServiceFile(own.pid(), own.startedAt().plusSeconds(60), URL);
    var unknown = new ServiceFile(own.pid(), Instant.EPOCH, URL);

    assertThat(secondLater.process()).isPresent();
    assertThat(minuteLater.process()).isEmpty();
    assertThat(unknown.process()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pid=1\n",
        "pid=x\nstartedAt=2026-11-23T07:00:00Z\nurl=http://h\n",
        "pid=1\nstartedAt=today\nurl=http://h\n",
        "pid=1\nstartedAt=2026-11-23T07:00:00Z\nurl=a b\n",
        "pid=\\u00zz\n"
      })
  void otherContentIsRefused(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("service"), content);

    assertThatThrownBy(() -> ServiceFile.read(folder, MESSAGES))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith(file + " is not what a running service writes.");
  }
}
