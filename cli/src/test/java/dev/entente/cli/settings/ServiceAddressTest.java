package dev.entente.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {
  private final Map<String, String> environment = new HashMap<>();

  @TempDir private Path home;

  @BeforeEach
  void nameTheHome() throws IOException {
    environment.put("ENTENTE_HOME", home.toString());
    Files.createDirectory(home.resolve("data"));
  }

  private ServiceAddress find(Optional<String> option) {
    return ServiceAddress.find(option, Settings.load(environment), Messages.of(Map.of()));
  }

  @Test
  void optionGoesBeforeSettingBeforeServiceFileBeforeTheUsualAddress() throws IOException {
    assertThat(find(Optional.empty())).isEqualTo(address("http://127.0.0.1:8080", false));

    ServiceFile.ofThisProcess(URI.create("http://127.0.0.1:1")).write(home.resolve("data"));
    assertThat(find(Optional.empty())).isEqualTo(address("http://127.0.0.1:1", true));

    environment.put("ENTENTE_URL", "https://host.example/entente//");
    assertThat(find(Optional.empty())).isEqualTo(address("https://host.example/entente", true));

    assertThat(find(Optional.of("http://[::1]:3/"))).isEqualTo(address("http://[::1]:3", true));
  }

  @Test
  void demoIsFoundWhereNoServiceRuns() throws IOException {
    Path data = home.resolve("data");
    ServiceFile.ofThisProcess(URI.create("http://127.0.0.1:2"))
        .write(Files.createDirectory(data.resolve("demo")));
    assertThat(find(Optional.empty())).isEqualTo(address("http://127.0.0.1:2", true));

    ServiceFile.ofThisProcess(URI.create("http://127.0.0.1:1")).write(data);
    assertThat(find(Optional.empty())).isEqualTo(address("http://127.0.0.1:1", true));
  }

  @Test
  void fileOfAServiceThatHasEndedIsPassedOver() throws IOException {
    var ended =
        new ServiceFile(ProcessHandle.current().pid(), Instant.EPOCH, URI.create("http://h:1"));
    ended.write(home.resolve("data"));

    assertThat(find(Optional.empty()).isNamed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:8080",
        "localhost:8080",
        "ftp://h",
        "http://",
        "http:///x",
        "http://h:0",
        "http://h:70000",
        "http://user:secret@h",
        "http://h?secret",
        "http://h#secret",
        "http://h h"
      })
  void whatIsNoAddressIsRefusedAndNotShown(String text) {
    assertThatThrownBy(() -> find(Optional.of(text)))
        .hasMessage(
            "--url must be an address as http://127.0.0.1:8080, without user, query or fragment.");
    if (!text.isEmpty()) {
      environment.put("ENTENTE_URL", text);
      assertThatThrownBy(() -> find(Optional.empty()))
          .hasMessageStartingWith("ENTENTE_URL must be");
    }
  }

  private static ServiceAddress address(String url, boolean isNamed) {
    return new ServiceAddress(URI.create(url), isNamed);
  }
}
