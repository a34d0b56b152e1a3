package dev.entente.server.doctor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {
  private static final Pattern NAME =
      Pattern.compile("`((?:ENTENTE|INNGEST|GEMINI|DATABASE)_[A-Z_]+)`");

  private static Set<String> known() {
    return KnownSettings.ALL.stream()
        .map(Setting::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void tablesOfThePageAreTheSettingsThatAreKnown() throws IOException {
    List<String> page = Files.readAllLines(Path.of("..", "docs", "operating.md"));
    Set<String> documented = new TreeSet<>();
    for (String line : page) {
      if (line.startsWith("| `")) {
        NAME.matcher(line.substring(0, line.indexOf(" | ")))
            .results()
            .map(MatchResult::group)
            .forEach(name -> documented.add(name.replace("`", "")));
      }
    }

    assertThat(documented).isEqualTo(known());
  }

  @Test
  void whatTheSdkReadsIsKnown() {
    assertThat(known()).containsAll(Settings.VARIABLES);
  }

  @Test
  void keysAndAddressesWithPasswordsAreSecrets() {
    assertThat(KnownSettings.ALL)
        .filteredOn(
            setting -> setting.name().matches(".*(KEY|SECRET|FALLBACK|DATABASE_URL|SMTP_URL)"))
        .hasSize(9)
        .allMatch(Setting::isSecret);
  }
}
