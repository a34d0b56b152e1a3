package dev.entente.server;

import static dev.entente.server.ContainerFiles.compose;
import static dev.entente.server.ContainerFiles.image;
import static dev.entente.server.ContainerFiles.instruction;
import static dev.entente.server.ContainerFiles.matches;
import static dev.entente.server.ContainerFiles.text;
import static dev.entente.server.ContainerFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no engine of containers is needed to see.
class ContainerFilesTest {
  private static final String PORT = "8080";

  @Test
  void containerRunsAsANumberedUserWhoIsNotRoot() {
    String user = instruction("USER");

    assertThat(user).matches("[1-9]\\d*:[1-9]\\d*");
    assertThat(text("Dockerfile")).contains("useradd --uid " + user.replaceFirst(":.*", "") + " ");
  }

  @Test
  void javaItselfHearsTheSignalAndHasTheLaunchersOptions() {
    List<String> start = words(instruction("ENTRYPOINT"));
    String options = matches("serve .* options=\\$here/(\\S+)", text("entente")).findFirst().get();
    String file = "/opt/entente/service.options";

    assertThat(start).startsWith("java", "@" + file);
    assertThat(image()).contains("COPY --from=build --chmod=0644 /src/" + options + " " + file);
    assertThat(words(instruction("CMD"))).containsExactly("serve");
    assertThat(instruction("STOPSIGNAL")).isEqualTo("SIGTERM");
  }

  @Test
  void jarIsTheBuildsAndItsLibrariesLieBesideIt() {
    String build = text("server/pom.xml");
    String jar = matches("<finalName>(.*)</finalName>", build).findFirst().get() + ".jar";
    String lib = matches("<classpathPrefix>(.*)/</classpathPrefix>", build).findFirst().get();

    assertThat(build).contains("<outputDirectory>${project.build.directory}/" + lib);
    assertThat(image())
        .contains(
            "COPY --from=build /src/server/target/" + jar + " /opt/entente/" + jar,
            "COPY --from=build /src/server/target/" + lib + " /opt/entente/" + lib);
    assertThat(words(instruction("ENTRYPOINT"))).endsWith("-jar", "/opt/entente/" + jar);
  }

  @Test
  void javaIsTrainedByTheOneThatRunsItAndFindsWhatItLearned() {
    List<String> bases = matches("^FROM (\\S+)", text("Dockerfile")).toList();
    String cache = "/opt/entente/service.aot";
    String silence = matches("machine (-Xlog:\\S+)\"", text("entente")).findFirst().get();

    assertThat(bases.get(1)).isEqualTo(bases.getLast());
    assertThat(image()).contains("COPY --from=trained " + cache + " " + cache);
    assertThat(words(instruction("ENTRYPOINT"))).contains("-XX:AOTCache=" + cache, silence);
  }

  @Test
  void buildReadsTheModulesAndNothingElse() {
    String parent = text("pom.xml");
    String modules = parent.substring(0, parent.indexOf("<profiles>"));

    assertThat(matches("^!(.*)$", text(".dockerignore")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("pom.xml"), matches("<module>(.*)</module>", modules))
                .toList());
    assertThat(text(".dockerignore")).contains("\n*\n").endsWith("\n**/src/test\n**/target\n");
  }

  @Test
  void imagesArePinned() {
    var images = Stream.concat(matches("^FROM (\\S+)", text("Dockerfile")), named(".image"));

    assertThat(images).hasSize(6).allMatch(image -> image.matches(".*:(v?\\d.*\\d.*|local)"));
  }

  private static Stream<String> named(String key) {
    return compose().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(key))
        .map(Map.Entry::getValue);
  }

  @Test
  void portsAgreeAndAreThisMachinesAlone() {
    assertThat(instruction("EXPOSE")).isEqualTo(PORT);
    assertThat(instruction("HEALTHCHECK")).contains("/dev/tcp/127.0.0.1/" + PORT + " ");
    assertThat(compose())
        .containsEntry("services.entente.ports[0]", "127.0.0.1:" + PORT + ":" + PORT)
        .containsEntry("services.entente.environment.ENTENTE_URL", "http://127.0.0.1:" + PORT);
    assertThat(text("compose.yaml"))
        .contains("--sdk-url=http://entente:" + PORT + "/api/inngest\n");
    assertThat(published("")).hasSize(2).allMatch(port -> port.startsWith("127.0.0.1:"));
    assertThat(published("postgres")).isEmpty();
  }

  private static List<String> published(String service) {
    return compose().entrySet().stream()
        .filter(entry -> entry.getKey().matches("services\\." + service + ".*\\.ports\\[.*"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void serviceHasTimeToEnd() {
    assertThat(named("entente.stop_grace_period"))
        .hasSize(1)
        .allMatch(grace -> Integer.parseInt(grace.replace("s", "")) > 20);
  }

  @Test
  void noSecretHasAValueAndEachLineIsTold() {
    List<String> lines = text(".env.example").lines().toList();

    for (int line = 0; line < lines.size(); line++) {
      if (!lines.get(line).isEmpty() && !lines.get(line).startsWith("#")) {
        assertThat(lines.get(line)).matches("[A-Z_]+=");
        assertThat(lines.get(line - 1)).as(lines.get(line)).startsWith("# ");
      }
    }
    assertThat(named("_KEY")).allMatch(value -> value.startsWith("${"));
    assertThat(named("_PASSWORD")).allMatch(value -> value.startsWith("${POSTGRES_PASSWORD:?"));
    assertThat(matches("(postgres://.*)", text("compose.yaml")))
        .allMatch(url -> url.contains("entente:${POSTGRES_PASSWORD:?"));
  }

  @Test
  void composeAsksForWhatTheExampleNames() {
    assertThat(matches("\\$\\{([A-Z_]+)", text("compose.yaml"))).isSubsetOf(example());
  }

  private static Set<String> example() {
    return matches("^([A-Z_]+)=", text(".env.example")).collect(Collectors.toSet());
  }

  /// Whoever adds a setting adds it here too, or says why a container does not take it.
  @Test
  void exampleNamesEverySettingThatAContainerTakesAndNoOther() {
    Set<String> settings = new TreeSet<>();
    matches("^\\| (`[A-Z].*?) \\|", text("docs/operating.md"))
        .flatMap(cell -> matches("`([A-Z][A-Z_]+)`", cell))
        .forEach(settings::add);
    settings.removeAll(
        compose().keySet().stream()
            .map(path -> path.replace("services.entente.environment.", ""))
            .filter(name -> !name.endsWith("_KEY"))
            .toList());
    settings.remove("INNGEST_DEV"); // on loopback alone, where nobody reaches a container
    // What the launcher sets or reads itself.
    settings.removeAll(
        Set.of("ENTENTE_AOT", "ENTENTE_HOME", "ENTENTE_BENCH_HEAP", "ENTENTE_ERR_IS_TERMINAL"));
    settings.addAll(Set.of("POSTGRES_PASSWORD", "COMPOSE_PROFILES")); // of compose.yaml

    assertThat(example()).containsExactlyInAnyOrderElementsOf(settings);
  }
}
