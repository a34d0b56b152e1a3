package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a folder of its own, with a JDK and a Maven that only write down their calls.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String MAVEN =
      "echo built >> calls; mkdir -p server/target/lib; : > server/target/entente.jar";

  @TempDir private Path folder;
  private Path house = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void buildAHouse() throws IOException {
    house = Files.createDirectories(folder.resolve("a house/server/src/main")).resolve("../../..");
    house = house.toRealPath();
    Files.copy(Path.of("..", "entente"), house.resolve("entente"));
    Files.writeString(house.resolve("pom.xml"), "");
    Files.writeString(house.resolve("server/pom.xml"), "");
    tools = Files.createDirectories(folder.resolve("tools"));
    script(tools.resolve("mvn"), MAVEN);
    jdk("jdk-25", "25.0.3");
  }

  @Test
  void itBuildsOnlyWhatChanged() throws Exception {
    assertThat(launch("version").finished()).contains("ran jdk-25 ").contains(" version");
    launch("version").finished();
    assertThat(builds()).isEqualTo(1);

    Files.writeString(house.resolve("server/src/main/New.java"), "");
    Files.setLastModifiedTime(house.resolve("target/built"), FileTime.fromMillis(1_000));
    launch("version").finished();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void benchmarksAreBuiltOnlyToMeasure() throws Exception {
    Path sources = Files.createDirectories(house.resolve("benchmarks/src/main"));
    launch("version").finished();
    Files.writeString(sources.resolve("New.java"), "");
    launch("version").finished();
    assertThat(builds()).isEqualTo(1);

    assertThat(launch("bench", "--peers=lucene").finished()).contains(" --peers=lucene|");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    script(tools.resolve("mvn"), "sleep 1; " + MAVEN);
    Launch one = launch("version");
    Launch other = launch("version");

    assertThat(one.finished() + other.finished()).contains("waiting for another build");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void failedBuildIsSaidAndTriedAgain() throws Exception {
    script(tools.resolve("mvn"), "echo failed >> calls; exit 1");

    assertThat(launch("version").finished()).contains("the build failed; all of its output is in");
    launch("version").finished();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void olderJdkIsPassedOver() throws Exception {
    Path old = jdk("jdk-17", "17.0.15");

    assertThat(launch(Map.of("JAVA_HOME", old.toString()), "version").finished())
        .doesNotContain("ran jdk-17");
  }

  @Test
  void missingMavenIsOneSentence() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Map<String, String> french = Map.of("LANG", "fr_FR.UTF-8", "PATH", minimalPath());

    assertThat(launch(Map.of("PATH", minimalPath()), "version").finished())
        .isEqualTo(
            "entente: Maven 3.8 or later is needed to build and was not found: install it (Debian:"
                + " apt-get install maven).\n");
    assertThat(launch(french, "version").finished()).startsWith("entente : il faut Maven 3.8");
  }

  @Test
  void wordsAreHandedOnWhole() throws Exception {
    assertThat(launch("match", "a b", "é*", "").finished()).contains(" match|a b|é*||");
  }

  @Test
  void serviceEndsRatherThanLiveOnWithoutMemory() throws Exception {
    assertThat(launch("serve").finished()).contains("-XX:+ExitOnOutOfMemoryError");
    assertThat(launch("demo").finished()).contains("-XX:+ExitOnOutOfMemoryError");
    assertThat(launch("match").finished()).doesNotContain("OutOfMemory");
  }

  @Test
  void testTakesOneOption() throws Exception {
    Launch wrong = launch("test", "--luck");

    assertThat(wrong.finished())
        .isEqualTo("entente: unknown: --luck. Usage: ./entente test [--install | --drills]\n");
    assertThat(wrong.process().exitValue()).isEqualTo(2);
  }

  @Test
  void drillsMeasureOneModuleAtATimeAndInEarnest() throws Exception {
    script(tools.resolve("mvn"), "echo \"$*\"");

    assertThat(launch("test").finished())
        .contains("--threads 2 -Dtest.compiler=1 -Dtest.collector=Serial");
    assertThat(launch("test", "--drills").finished())
        .contains("-Dtest=*Drill")
        .doesNotContain("--threads")
        .doesNotContain("-Dtest.compiler")
        .doesNotContain("-Dtest.collector");
  }

  @Test
  void installBringsWhatIsMissingAndNothingElse() throws Exception {
    script(tools.resolve("id"), "echo 0");
    script(tools.resolve("apt-get"), "echo \"$*\" >> '" + house.resolve("calls") + "'");
    Map<String, String> withoutBrowser = Map.of("PATH", tools + ":" + minimalPath());

    launch(withoutBrowser, "test", "--install").finished();

    assertThat(Files.readAllLines(house.resolve("calls")))
        .containsExactly(
            "update -q", "install -q -y --no-install-recommends chromium-headless-shell", "built");
  }

  @Test
  void installTakesTheWholeBrowserWhereItsEngineIsNotToBeHad() throws Exception {
    script(tools.resolve("id"), "echo 0");
    script(
        tools.resolve("apt-get"),
        "echo \"$*\" >> '%s'; case $* in *shell) exit 100 ;; esac"
            .formatted(house.resolve("calls")));

    launch(Map.of("PATH", tools + ":" + minimalPath()), "test", "--install").finished();

    assertThat(Files.readAllLines(house.resolve("calls")))
        .containsExactly(
            "update -q",
            "install -q -y --no-install-recommends chromium-headless-shell",
            "install -q -y --no-install-recommends chromium",
            "built");
  }

  private record Launch(Process process) {
    /// Everything it said on both outputs, when it has ended.
    private String finished() throws IOException, InterruptedException {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return said;
    }
  }

  private Launch launch(String... words) throws IOException {
    return launch(Map.of(), words);
  }

  private Launch launch(Map<String, String> environment, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", house.resolve("entente").toString()));
    command.addAll(Arrays.asList(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk-25").toString());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Launch(process);
  }

  // The ordinary tools without any Maven that the machine has.
  private String minimalPath() throws IOException {
    Path path = Files.createDirectories(folder.resolve("bin"));
    for (String tool :
        List.of(
            "dirname",
            "readlink",
            "sed",
            "find",
            "head",
            "mkdir",
            "uname",
            "cat",
            "touch",
            "mv",
            "flock",
            "perl",
            "sleep")) {
      for (String from : List.of("/usr/bin", "/bin")) {
        Path original = Path.of(from, tool);
        if (Files.exists(original) && !Files.exists(path.resolve(tool))) {
          Files.createSymbolicLink(path.resolve(tool), original);
        }
      }
    }
    return path.toString();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "");
    script(
        home.resolve("bin/java"),
        "printf 'ran %s %s ' "
            + name
            + " \"$*\"; while [ \"$1\" != -jar ]; do shift; done; shift 2;"
            + " printf ' '; printf '%s|' \"$@\"; echo");
    return home;
  }

  private static void script(Path path, String body) throws IOException {
    Files.writeString(path, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int builds() throws IOException {
    return Files.readAllLines(house.resolve("calls")).size();
  }
}
