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
import java.util.Collections;
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

  private static final String TRAINING =
      "echo trained >> calls; : > server/target/service.aot; : > server/target/commands.aot";

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
    String options = "@" + house + "/server/service.options";
    assertThat(Path.of("service.options")).content().contains("-XX:+ExitOnOutOfMemoryError");
    assertThat(launch("serve").finished()).contains(options);
    assertThat(launch("demo").finished()).contains(options);
    assertThat(launch("match").finished()).doesNotContain(options);
  }

  @Test
  void onlyShortCommandsAreNotCompiledWell() throws Exception {
    for (String command : new String[] {"run", "runs", "stop"}) {
      assertThat(launch(command).finished()).contains("-XX:TieredStopAtLevel=1");
    }
    for (String command : new String[] {"serve", "import", "match"}) {
      assertThat(launch(command).finished()).doesNotContain("TieredStopAtLevel");
    }
  }

  @Test
  void firstServiceIsTrainedForAndNothingElse() throws Exception {
    assertThat(launch("demo").finished()).doesNotContain("Java learns", "AOTCache");
    launch("version").finished();
    assertThat(house.resolve("target/training.log")).doesNotExist();

    assertThat(launch("serve").finished())
        .contains("Java learns how to start the service faster", "service.aot");
    assertThat(launch("demo").finished()).contains("service.aot").doesNotContain("Java learns");
    assertThat(launch("version").finished()).contains("commands.aot");
    assertThat(trainings()).isEqualTo(1);
  }

  @Test
  void newJarsOrNewJavaAreTrainedForAgain() throws Exception {
    launch("serve").finished();
    Files.setLastModifiedTime(house.resolve("target/trained"), FileTime.fromMillis(1_000));
    launch("serve").finished();
    assertThat(trainings()).isEqualTo(2);

    Path later = jdk("jdk-26", "26.0.1");
    launch(Map.of("JAVA_HOME", later.toString()), "serve").finished();

    assertThat(trainings()).isEqualTo(3);
    long before = Files.getLastModifiedTime(house.resolve("target/trained")).toMillis();
    Files.setLastModifiedTime(
        Files.writeString(house.resolve("server/target/lib/one.jar"), "new"),
        FileTime.fromMillis(before + 1_000));
    launch(Map.of("JAVA_HOME", later.toString()), "serve").finished();
    assertThat(trainings()).isEqualTo(4);
  }

  @Test
  void cacheThatIsBrokenIsHandedOnWithoutAWord() throws Exception {
    launch("serve").finished();
    Files.writeString(house.resolve("server/target/service.aot"), "broken");

    assertThat(launch("serve").finished())
        .startsWith("ran jdk-25 ")
        .contains("-Xlog:aot*=off,cds*=off -XX:AOTCache=" + house + "/server/target/service.aot");
    assertThat(trainings()).isEqualTo(1);
  }

  @Test
  void serviceStartsWithoutATrainingThatFailed() throws Exception {
    training("echo no room; exit 1");

    assertThat(launch("serve").finished())
        .contains("that failed, so the service starts slower; why is in", "ran jdk-25 ")
        .doesNotContain("AOTCache", "no room");
    assertThat(house.resolve("target/training.log")).hasContent("no room");
    assertThat(launch(Map.of("LANG", "fr_FR.UTF-8"), "serve").finished()).startsWith("ran jdk-25 ");
  }

  @Test
  void twoFirstServicesAreTrainedForOnce() throws Exception {
    launch("version").finished();
    training("sleep 1; " + TRAINING);
    Launch one = launch("serve");
    Launch other = launch("serve");

    assertThat(one.finished()).contains("service.aot");
    assertThat(other.finished()).contains("service.aot");
    assertThat(trainings()).isEqualTo(1);
  }

  @Test
  void serviceThatIsStoppedInItsTrainingStopsThatAndTrainsAgain() throws Exception {
    launch("version").finished();
    training("trap 'kill $!; echo stopped >> calls; exit 143' TERM; sleep 30 & echo begun; wait");
    Launch stopped = launch("serve");
    Path log = house.resolve("target/training.log");
    Api.until(() -> Files.exists(log) && log.toFile().length() > 0);

    stopped.process().toHandle().destroy(); // leaves its output open

    assertThat(stopped.finished()).doesNotContain("ran jdk-25");
    assertThat(stopped.process().exitValue()).isEqualTo(143);
    assertThat(house.resolve("calls")).content().endsWith("stopped\n");
    training(TRAINING);
    assertThat(launch("serve").finished()).contains("Java learns", "ran jdk-25 ");
  }

  @Test
  void nothingIsTrainedWhereNobodyWantsIt() throws Exception {
    Map<String, String> own = Map.of("JDK_JAVA_OPTIONS", "-Xmx1g -Xshare:off");
    assertThat(launch(Map.of("ENTENTE_AOT", "off"), "serve").finished()).contains("ran jdk-25 ");
    assertThat(launch(own, "serve").finished()).contains("ran jdk-25 ");
    assertThat(launch("serve", "--help").finished()).contains("ran jdk-25 ");
    assertThat(house.resolve("target/training.log")).doesNotExist();
    launch("serve").finished();

    assertThat(launch(Map.of("ENTENTE_AOT", "off"), "serve").finished()).doesNotContain("AOT");
    assertThat(launch(own, "serve").finished()).doesNotContain("AOT");
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
    java(home, TRAINING);
    return home;
  }

  private void training(String body) throws IOException {
    java(folder.resolve("jdk-25"), body);
  }

  // It writes down how it was started; a training does what it is told.
  private void java(Path home, String training) throws IOException {
    script(
        home.resolve("bin/java"),
        "all=$*; while [ \"$1\" != -jar ]; do shift; done; shift 2\n"
            + "[ \"$1\" = train ] && cd '%s' && { %s; exit; }\n".formatted(house, training)
            + "printf 'ran %s %s  ' ".formatted(home.getFileName(), "%s")
            + "\"$all\"; printf '%s|' \"$@\"; echo");
  }

  private static void script(Path path, String body) throws IOException {
    Files.writeString(path, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int builds() throws IOException {
    return calls("built") + calls("failed");
  }

  private int trainings() throws IOException {
    return calls("trained");
  }

  private int calls(String kind) throws IOException {
    return Collections.frequency(Files.readAllLines(house.resolve("calls")), kind);
  }
}
