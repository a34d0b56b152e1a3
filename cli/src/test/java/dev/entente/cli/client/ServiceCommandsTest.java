package dev.entente.cli.client;

import static dev.entente.cli.client.PlayedService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.settings.ServiceAddress;
import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCommandsTest extends ServiceCase {
  private static final String KEY = "k".repeat(32);

  @ParameterizedTest
  @ValueSource(strings = {"import", "export", "run", "runs", "stop"})
  void everyCommandHasHelpInBothLanguages(String name) {
    var french = french();

    assertThat(command.run(name, "--help")).isZero();
    assertThat(french.run("help", name)).isZero();

    assertThat(command.out()).contains("Usage: entente " + name);
    assertThat(french.out()).contains("Usage : entente " + name).isNotEqualTo(command.out());
  }

  @Test
  void helpListsThem() {
    assertThat(command.run("help")).isZero();

    assertThat(command.out()).contains("  import ", "  export ", "  run ", "  runs ", "  stop ");
  }

  @Test
  void wrongSettingsKeepOnlyTheirOwnCommandsFromWorking() throws IOException {
    Files.writeString(folder.resolve(".env"), "ENTENTE_API_KEY \"secret\"\n");

    assertThat(command.run("version")).isZero();
    assertThat(command.run("runs")).isEqualTo(1);

    assertThat(command.err())
        .startsWith("entente: " + folder.resolve(".env") + ":1: this line is no setting.")
        .doesNotContain("secret");
  }

  @Test
  void runningServiceIsFoundByItsFileAndGetsTheKey() throws IOException {
    environment.remove("ENTENTE_URL");
    Files.writeString(folder.resolve(".env.local"), "export ENTENTE_API_KEY='" + KEY + "'\n");
    Path dataFolder = Files.createDirectory(folder.resolve("data"));
    ServiceFile.ofThisProcess(URI.create(service.url())).write(dataFolder);
    service.on("GET /api/runs?limit=20", json(200, "{\"runs\":[]}"));

    assertThat(command.run("runs")).isZero();

    assertThat(service.asked().getFirst().headers().getFirst("Authorization"))
        .isEqualTo("Bearer " + KEY);
  }

  @Test
  void addressBehindAPathIsKept() {
    service.on("GET /entente/api/runs?limit=20", json(200, "{\"runs\":[]}"));

    assertThat(command.run("runs", "--url", service.url() + "/entente/")).isZero();
  }

  @Test
  void keyIsNotSentToAnAddressThatNobodyNamed() {
    environment.remove("ENTENTE_URL");
    environment.put("ENTENTE_API_KEY", KEY);
    Messages messages = Messages.of(Map.of());

    Service usual = Service.find(Optional.empty(), Settings.load(environment), messages);
    var address = new ServiceAddress(URI.create("http://127.0.0.1:8080"), false);
    var refusal = new Refusal(address, true, messages);

    assertThat(usual.request("/api/runs").build().headers().firstValue("Authorization")).isEmpty();
    assertThat(refusal.of(401, Optional.empty(), Optional.empty()))
        .hasMessageContaining("ENTENTE_API_KEY is not sent to an address that nobody named");
  }
}
