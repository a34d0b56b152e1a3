package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The container's own question for its health, asked of a service here.
@DisabledOnOs(OS.WINDOWS)
class HealthcheckDatabaseTest {
  private static final String ROUTE = "/health/liveness";

  private static TestService keyed;

  @BeforeAll
  static void start() {
    keyed = TestService.keyed("k".repeat(32));
  }

  @AfterAll
  static void stop() {
    keyed.close();
  }

  @Test
  void serviceThatAnswersIsHealthy() throws Exception {
    assertThat(exitCode(keyed.api().url().getPort(), ROUTE)).isZero();
  }

  @Test
  void otherAnswerIsIll() throws Exception {
    assertThat(exitCode(keyed.api().url().getPort(), "/api/runs")).isNotZero();
  }

  @Test
  void nobodyThereIsIll() throws Exception {
    assertThat(exitCode(freePort(), ROUTE)).isNotZero();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int exitCode(int port, String route) throws Exception {
    List<String> line =
        ContainerFiles.healthcheck().stream()
            .map(word -> word.replace("/8080 ", "/" + port + " ").replace(ROUTE, route))
            .toList();
    Process asked = new ProcessBuilder(line).redirectErrorStream(true).start();
    assertThat(asked.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return asked.exitValue();
  }
}
