package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.Commands;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.doctor.State;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `doctor` on an installation that a test has set up, run in both languages.
///
/// Each run holds what must hold for all: the code fits the worst state, whatever is not ok says
/// what to do, both languages find the same, and no secret is in any output.
final class DoctorRun {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> secrets = new ArrayList<>();
  private Duration offset = Duration.ZERO;

  /// Nothing is set.
  DoctorRun(Path home) {
    environment.put("ENTENTE_HOME", home.toString());
  }

  DoctorRun with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /// Sets what must not be shown.
  DoctorRun withSecret(String name, String value) {
    secrets.add(value);
    return with(name, value);
  }

  /// A part of a setting that must not be shown.
  DoctorRun hiding(String secret) {
    secrets.add(secret);
    return this;
  }

  /// This machine's clock goes wrong.
  DoctorRun withClockAheadBy(Duration wrong) {
    offset = wrong;
    return this;
  }

  /// What was found.
  record Told(int exitCode, Map<String, Found> english, Map<String, Found> french, String text) {
    /// Tells what is found of one thing, which must be in a state, in both languages.
    void says(State state, String id, String inEnglish, String inFrench) {
      assertThat(english).as("found: %s", english).containsKey(id);
      Found found = Objects.requireNonNull(english.get(id));
      assertThat(found.state()).as("%s", found).isEqualTo(state.name());
      assertThat(found.words()).contains(inEnglish);
      assertThat(Objects.requireNonNull(french.get(id)).words()).contains(inFrench);
    }
  }

  /// The findings with one id.
  ///
  /// @param words messages and advice
  record Found(String state, String words) {
    private Found and(Found other) {
      return new Found(
          State.valueOf(state).compareTo(State.valueOf(other.state)) >= 0 ? state : other.state,
          words + " " + other.words);
    }
  }

  private record Output(int exitCode, String out, String err) {}

  Told run() {
    Output json = run("en", "--json");
    Output french = run("fr", "--json");
    Output text = run("fr");

    assertThat(text.err()).isEmpty();
    JsonNode document = MAPPER.readTree(json.out());
    boolean isBroken = document.get("state").stringValue().equals("BROKEN");
    assertThat(json.exitCode()).isEqualTo(isBroken ? 1 : 0);
    assertThat(List.of(json.out(), french.out(), text.out(), json.err(), french.err()))
        .allSatisfy(out -> secrets.forEach(secret -> assertThat(out).doesNotContain(secret)));
    Map<String, Found> found = findings(document);
    Map<String, Found> inFrench = findings(MAPPER.readTree(french.out()));
    assertThat(inFrench.keySet()).isEqualTo(found.keySet());
    return new Told(json.exitCode(), found, inFrench, text.out());
  }

  private static Map<String, Found> findings(JsonNode document) {
    Map<String, Found> findings = new TreeMap<>();
    for (JsonNode check : document.get("checks")) {
      String state = check.get("state").stringValue();
      String message = check.get("message").stringValue();
      String advice = check.get("advice").asString("");
      assertThat(message).isNotEmpty();
      assertThat(message + advice).doesNotContain("{").doesNotContain("null");
      findings.merge(
          check.get("id").stringValue(), new Found(state, message + " " + advice), Found::and);
    }
    return findings;
  }

  private Output run(String language, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            InputStream.nullInputStream(),
            out,
            new PrintStream(err, true, UTF_8),
            false,
            () -> Instant.now().plus(offset),
            System::nanoTime,
            Messages.of(Map.of("LANG", language)));
    Map<String, String> spoken = new TreeMap<>(environment);
    spoken.put("ENTENTE_LANGUAGE", language);
    List<String> all = new ArrayList<>(List.of("doctor"));
    all.addAll(List.of(words));
    var doctor = new DoctorCommand(terminal, () -> Settings.load(spoken), false);
    int exitCode = Commands.run(terminal, List.of(doctor), all.toArray(String[]::new));
    return new Output(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }
}
