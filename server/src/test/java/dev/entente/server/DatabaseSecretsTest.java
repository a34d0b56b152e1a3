package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import dev.entente.testkit.SettableClock;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No address of a database that cannot be used is shown with its password.
class DatabaseSecretsTest {
  private static final String SECRET = "open-sesame";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://user:open-sesame@127.0.0.1:1/db",
        "jdbc:postgresql://open-sesame@127.0.0.1:1/db?ssl=true",
        "jdbc:postgresql://h1,user:open-sesame@h2/db",
        "postgres://user:open-sesame@/db"
      })
  void formThatIsNotReadIsNotShown(String url) {
    assertThatThrownBy(() -> options(url))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("DATABASE_URL must look like")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void driverThatRepeatsTheAddressIsNotQuoted() {
    ServiceOptions options =
        options("jdbc:postgresql://127.0.0.1:1:2/db?user=u&password=" + SECRET);

    assertThatThrownBy(() -> ServiceDatabase.open(options, TestService.terminal(clock())))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining(SECRET);
  }

  private static SettableClock clock() {
    return new SettableClock(TestService.NOW);
  }

  private ServiceOptions options(String url) {
    Settings settings =
        Settings.load(Map.of("ENTENTE_HOME", folder.toString(), "DATABASE_URL", url));
    return ServiceOptions.of(0, settings, Messages.of(Map.of("LANG", "en")));
  }
}
