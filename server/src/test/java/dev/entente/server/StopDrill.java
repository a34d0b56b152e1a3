package dev.entente.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A service that is asked to end while a caller hangs.
class StopDrill {
  private static final String HALF_AN_IMPORT =
      """
      POST /api/import/candidates HTTP/1.1
      Host: 127.0.0.1
      Content-Type: application/x-ndjson
      Transfer-Encoding: chunked

      1
      {
      """
          .replace("\n", "\r\n");

  @Test
  void callerWhoHangsIsWaitedForAndThenLeft() throws Exception {
    TestService service = TestService.open();
    URI url = service.api().url();
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write(HALF_AN_IMPORT.getBytes(US_ASCII));
      Thread.sleep(1_000); // until it is read
      long start = System.nanoTime();

      service.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
    }
  }
}
