package dev.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.terminal.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private final CommandRun command = new CommandRun();

  @Test
  void skillNamesBecomeCanonicalIdsLineByLine() {
    assertThat(command.reading("JS\n  Postgres \nＪava\nCobol 85\n").run("skills", "canonicalise"))
        .isZero();

    assertThat(command.out()).startsWith("javascript\npostgresql\njava\n");
  }

  @Test
  void domainNamesBecomeCanonicalIdsLineByLine() {
    assertThat(command.reading("Back-end\nDéveloppement back-end\n").run("domains", "canonicalise"))
        .isZero();

    assertThat(command.out()).isEqualTo("backend\nbackend\n");
  }

  @Test
  void wrongNameIsReportedAndNothingIsWritten() {
    assertThat(command.reading("JS\n \nSQL\n").run("skills", "canonicalise")).isEqualTo(1);

    assertThat(command.out()).isEmpty();
    assertThat(command.err())
        .isEqualTo("-:2: must not be blank\nentente: 1 line is wrong, nothing was written.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "skills", "domains", "nonsense", "--luck", "skills nonsense"})
  void wrongUsageEndsWithTwo(String words) {
    assertThat(command.run((Object[]) words.split(" "))).isEqualTo(2);

    assertThat(command.err()).startsWith("entente: ").contains("Try: ./entente help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "help",
        "match --help",
        "help match",
        "skills --help",
        "skills canonicalise --help",
        "domains canonicalise --help",
        "version --help"
      })
  void everyCommandHasHelpInBothLanguages(String words) {
    var french = new CommandRun().inFrench();

    assertThat(command.run((Object[]) words.split(" "))).isZero();
    assertThat(french.run((Object[]) words.split(" "))).isZero();

    assertThat(command.out()).contains("Usage: entente");
    assertThat(french.out()).contains("Usage : entente").isNotEqualTo(command.out());
  }

  @Test
  void fullOutputIsSaidByEveryCommand() {
    for (String words : List.of("version", "--help")) {
      var full = new CommandRun().withFullOutput();

      assertThat(full.run((Object[]) words.split(" "))).isEqualTo(1);
      assertThat(full.err()).startsWith("entente: ").hasLineCount(1);
    }
  }

  @Test
  void onlyAHundredWrongNamesAreShown() {
    assertThat(command.reading("\n".repeat(102)).run("skills", "canonicalise")).isEqualTo(1);

    assertThat(command.err()).contains("-:100: ", "… and 2 more lines").doesNotContain("-:101: ");
  }

  @Test
  void versionIsPrinted() {
    assertThat(command.run("version")).isZero();

    assertThat(command.out()).matches("entente \\S+ \\(Java 2.+\\)\\R");
  }

  @Test
  void languageComesFromTheFirstVariableThatIsSet() {
    assertThat(language(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo("fr");
    assertThat(language(Map.of("LANG", "fr_FR.UTF-8", "LC_ALL", "C"))).isEqualTo("en");
    assertThat(language(Map.of("LC_ALL", "", "LC_MESSAGES", "fr"))).isEqualTo("fr");
    assertThat(language(Map.of("LC_ALL", "C.UTF-8", "ENTENTE_LANGUAGE", "fr_CA"))).isEqualTo("fr");
    assertThat(language(Map.of())).isEqualTo("en");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    List<Messages> both = List.of(Messages.of(Map.of()), Messages.of(Map.of("LANG", "fr")));

    assertThat(new TreeSet<>(both.get(0).texts().keySet()))
        .isEqualTo(new TreeSet<>(both.get(1).texts().keySet()));
  }

  private static String language(Map<String, String> environment) {
    return Messages.of(environment).language().getLanguage();
  }
}
