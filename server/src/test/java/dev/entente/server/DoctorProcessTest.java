package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `doctor` as its user runs it, in a process of its own.
class DoctorProcessTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;

  private record Ended(int exitCode, String out, String err, Duration time) {
    private JsonNode check(String id) {
      for (JsonNode check : MAPPER.readTree(out).get("checks")) {
        if (check.get("id").stringValue().equals(id)) {
          return check;
        }
      }
      throw new AssertionError("no " + id + " in " + out);
    }
  }

  private Ended run(Map<String, String> environment, String... words) throws Exception {
    var builder = new ProcessBuilder(JavaCommand.of(List.of(), words));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(ENTENTE|INNGEST|GEMINI|LC)_.*|LANG|DATABASE_URL"));
    builder.environment().put("ENTENTE_HOME", folder.toString());
    builder.environment().putAll(environment);
    Path err = folder.resolve("err");
    builder.redirectError(err.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    var time = Duration.ofNanos(System.nanoTime() - start);
    return new Ended(process.exitValue(), out, Files.readString(err), time);
  }

  @Test
  void itTellsAboutARunningServiceAndItsDatabase() throws Exception {
    // As root the database runs as somebody else, who must pass through.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path data = Files.createDirectory(folder.resolve("data"));
    try (var service = new ServiceProcess(data)) {
      assertThat(service.api().get("/health").status()).isEqualTo(200);

      Ended ended = run(Map.of(), "doctor", "--json");

      assertThat(ended.err()).isEmpty();
      assertThat(ended.exitCode()).as(ended.out()).isZero();
      assertThat(ended.check("service").get("message").stringValue()).contains("is UP");
      assertThat(ended.check("database").get("state").stringValue()).isEqualTo("OK");
      assertThat(ended.check("database.migrations").get("state").stringValue()).isEqualTo("OK");
      assertThat(ended.check("database.rights").get("state").stringValue()).isEqualTo("OK");
      assertThat(ended.check("log").get("state").stringValue()).isEqualTo("OK");
      assertThat(ended.out())
          .doesNotContain(Files.readString(data.resolve("postgres-password")).replace("\n", ""));
    }

    assertThat(run(Map.of(), "doctor", "--json").check("database").get("message").stringValue())
        .contains("starts with the service");
  }

  @Test
  void itEndsSoonAmongServersThatDoNotAnswer() throws Exception {
    try (var silent = new Silent()) {
      String address = "127.0.0.1:" + silent.port();

      Ended ended =
          run(
              Map.of(
                  "DATABASE_URL", "postgres://user:open-sesame@" + address + "/db",
                  "INNGEST_DEV", "http://" + address,
                  "GEMINI_API_KEY", "open-sesame",
                  "GEMINI_BASE_URL", "http://" + address,
                  "ENTENTE_LANGUAGE", "fr"),
              "doctor");

      assertThat(ended.time()).isLessThan(Duration.ofSeconds(20));
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out().replaceAll("\\s+", " "))
          .contains("PANNE", "pas de réponse en quelques secondes")
          .doesNotContain("open-sesame", "\u001b", "SLF4J", "DEBUG");
    }
  }

  @Test
  void wrongUsageEndsWithTwo() throws Exception {
    assertThat(run(Map.of(), "doctor", "--yaml").exitCode()).isEqualTo(2);
    assertThat(run(Map.of(), "doctor", "--help").out()).contains("--json", "Exit codes: 0");
  }

  /// Takes connections, and says nothing.
  private static final class Silent implements AutoCloseable {
    private final ServerSocket socket;

    private Silent() throws IOException {
      socket = new ServerSocket(0, 50);
    }

    private int port() {
      return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
