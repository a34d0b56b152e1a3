package dev.entente.durable.remote;

import static dev.entente.durable.remote.Calls.hash;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.entente.durable.call.Call;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.json.Json;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/// An app that answers what no SDK would.
abstract class OddApp {
  static final String HASH = hash("x");

  final SettableClock clock = new SettableClock(Calls.NOW);
  private final CountDownLatch end = new CountDownLatch(1);
  final Map<String, String> headers = new HashMap<>(Map.of("X-Inngest-SDK", "odd:v1"));
  private int status = 200;
  private byte[] body = new byte[0];
  boolean isSlow;
  volatile Json asked = Json.NULL;
  private final LoopbackServer server = LoopbackServer.start(this::handle);
  RemoteEndpoint endpoint =
      RemoteEndpoint.of(server.url("/api/inngest")).within(Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    end.countDown();
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked = Json.parse(exchange.getRequestBody().readAllBytes());
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length + (isSlow ? 1 : 0));
      exchange.getResponseBody().write(body);
      if (isSlow) {
        exchange.getResponseBody().flush();
        end.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  CallResult answered(int with, String text) {
    return answered(with, text, Calls.of("fn"));
  }

  CallResult answered(int with, String text, Call call) {
    status = with;
    body = text.getBytes(UTF_8);
    try (var app = new RemoteApp(endpoint, clock)) {
      return app.caller().call(call).result();
    }
  }

  static CallResult.Failed failed(CallResult result) {
    assertThat(result).isInstanceOf(CallResult.Failed.class);
    return (CallResult.Failed) result;
  }

  static String message(CallResult result) {
    return failed(result).error().message();
  }

  static Operation only(CallResult result) {
    assertThat(result).isInstanceOf(CallResult.Reported.class);
    List<Operation> operations = ((CallResult.Reported) result).operations();
    assertThat(operations).hasSize(1);
    return operations.getFirst();
  }

  static String op(String op, String more) {
    return "[{\"op\":\"%s\",\"id\":\"%s\",\"displayName\":\"x\"%s}]".formatted(op, HASH, more);
  }

  static StepRef ref() {
    return new StepRef(HASH, "x");
  }
}
