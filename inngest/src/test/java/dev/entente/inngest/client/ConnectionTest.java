package dev.entente.inngest.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.entente.inngest.settings.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectionTest {
  @Test
  @Timeout(20)
  void answerWhoseBodyStandsStillIsGivenUp() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(200, 100));
    server.start();
    try {
      var identity = new Identity("test", Optional.empty());
      var connection = new Connection(identity, List.of(), Duration.ofMillis(300));
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");

      assertThatThrownBy(() -> connection.send("asking", connection.request(url).build()))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("asking")
          .hasMessageContaining("TimeoutException");
    } finally {
      server.stop(0);
    }
  }
}
