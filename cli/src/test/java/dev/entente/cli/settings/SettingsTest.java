package dev.entente.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.entente.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Map<String, String> environment = new HashMap<>();

  @TempDir private Path home;

  @BeforeEach
  void nameTheHome() {
    environment.put("ENTENTE_HOME", home.toString());
  }

  private Settings load() {
    return Settings.load(environment);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(home.resolve(file), text);
  }

  @Test
  void environmentGoesBeforeLocalFileBeforeFile() throws IOException {
    environment.put("A", "environment");
    write(".env.local", "A=local\nB=local\n");
    write(".env", "A=file\nB=file\nC=file\n");

    assertThat(load().get("A")).contains("environment");
    assertThat(load().get("B")).contains("local");
    assertThat(load().get("C")).contains("file");
    assertThat(load().get("D")).isEmpty();
  }

  @Test
  void emptyValueMeansNotSet() throws IOException {
    environment.put("A", "");
    write(".env", "A=file\nB=file\n");
    write(".env.local", "B=\n");

    assertThat(load().get("A")).isEmpty();
    assertThat(load().get("B")).isEmpty();
  }

  @Test
  void filesMayBeAbsent() {
    assertThat(load().get("A")).isEmpty();
    assertThat(load().dataFolder()).isEqualTo(home.resolve("data"));
    assertThat(Settings.load(Map.of()).dataFolder()).isEqualTo(Path.of("data").toAbsolutePath());
  }

  @ParameterizedTest
  @MethodSource
  void linesAreReadAsShellsAndDockerWriteThem(String text, String value) throws IOException {
    write(".env", text);

    assertThat(load().get("A")).contains(value);
  }

  static Stream<Arguments> linesAreReadAsShellsAndDockerWriteThem() {
    return Stream.of(
        arguments("A=b", "b"),
        arguments("export A=b", "b"),
        arguments("  export \tA = b c  ", "b c"),
        arguments("A='it is # \"\\n'", "it is # \"\\n"),
        arguments("A='b' # why", "b"),
        arguments("A=\"b # \\\"c\\\" \\\\ \\$d \\x\" # why", "b # \"c\" \\ $d \\x"),
        arguments("A=\"b\\nc\"", "b\nc"),
        arguments("A=b # why", "b"),
        arguments("A=b#c", "b#c"),
        arguments("A=#b", "#b"),
        arguments("A=don't", "don't"),
        arguments("A=postgresql://u:p@h/d?a=b&c=$d", "postgresql://u:p@h/d?a=b&c=$d"),
        arguments("A=first\nA=last", "last"),
        arguments("# A=c\n\n \t\n#\nA=b\r\n", "b"),
        arguments("\uFEFFA=b", "b"));
  }

  @Test
  void commentAloneIsNoValue() throws IOException {
    write(".env", "A= # nothing\nB=''\nC=");

    assertThat(load().get("A")).isEmpty();
    assertThat(load().get("B")).isEmpty();
    assertThat(load().get("C")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "A=\"secret",
        "A='secret",
        "A=\"secret\" more",
        "A='secret'more",
        "A-B=secret",
        "1A=secret",
        "exportA B=secret",
        "=secret",
        "A=sec\u0000ret"
      })
  void lineThatIsNoSettingIsNamedAndNotShown(String line) throws IOException {
    write(".env", "OK=1\n" + line + "\nB=\"x\"\n");

    assertThatThrownBy(this::load)
        .isInstanceOf(CommandFailure.class)
        .hasMessage(
            home.resolve(".env")
                + ":2: this line is no setting. Write NAME=value, with quotes closed.");
  }

  @Test
  void fileThatCannotBeReadIsSaidInTheUsersLanguage() throws IOException {
    environment.put("LANG", "fr_FR.UTF-8");
    Files.write(home.resolve(".env"), new byte[] {'A', '=', (byte) 0xE9});
    assertThatThrownBy(this::load).hasMessageContaining("n’est pas de l’UTF-8");

    Files.delete(home.resolve(".env"));
    Files.createDirectory(home.resolve(".env"));
    assertThatThrownBy(this::load).hasMessageContaining(".env ne peut être lu : ");
  }

  @Test
  void dataFolderIsNamedOrBesideTheProduct() throws IOException {
    assertThat(load().dataFolder()).isEqualTo(home.resolve("data"));

    write(".env", "ENTENTE_DATA=elsewhere\n");
    assertThat(load().dataFolder()).isEqualTo(home.resolve("elsewhere"));

    environment.put("ENTENTE_DATA", "here");
    assertThat(load().dataFolder()).isEqualTo(Path.of("here").toAbsolutePath());

    environment.put("ENTENTE_DATA", "");
    assertThat(load().dataFolder()).isEqualTo(home.resolve("data"));
  }

  @Test
  void sourcesAreToldInTheOrderInWhichTheyDecide() throws IOException {
    environment.put("ONE", "");
    write(".env.local", "TWO=2\n");
    write(".env", "ONE=1\nTWO=3\n");

    assertThat(load().sources())
        .extracting(source -> source.file().map(Path::getFileName).map(Path::toString).orElse(""))
        .containsExactly("", ".env.local", ".env");
    assertThat(load().source("ONE").orElseThrow().file()).isEmpty();
    assertThat(load().source("TWO").orElseThrow().value("TWO")).isEqualTo("2");
    assertThat(load().source("THREE")).isEmpty();
    assertThat(load().sources().getLast().names()).containsExactly("ONE", "TWO");
  }
}
