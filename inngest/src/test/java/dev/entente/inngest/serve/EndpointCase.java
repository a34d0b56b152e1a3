package dev.entente.inngest.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.inngest.client.FakeServer;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.serve.CallScript.Reply;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An endpoint in cloud mode, and a server that it calls.
abstract class EndpointCase {
  static final String KEY = "7468697320697320612074657374206b6579";
  static final String FALLBACK = "signkey-prod-0123456789abcdef0123456789abcdef";
  static final String EVENT_KEY = "s3cret-event-key";
  static final String HASH = "ed30c63423735b44011c49a38c01a8062833420cfb299072e0263c986242556a";
  static final String CALL =
      """
      {"ctx":{"run_id":"r-1","attempt":0},"event":{"name":"e","data":{}},"steps":{}}""";

  static final InngestFunction FUNCTION =
      InngestFunction.withId("fn")
          .name("A function")
          .on(Trigger.event("test/started"))
          .onFailure((_, _) -> null)
          .runs((_, _) -> "done");

  final SettableClock clock = new SettableClock(CallScript.NOW);
  FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = FakeServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final ServeHandler cloud(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("INNGEST_SIGNING_KEY", KEY);
    environment.put("INNGEST_SIGNING_KEY_FALLBACK", FALLBACK);
    environment.put("INNGEST_EVENT_KEY", EVENT_KEY);
    environment.put("INNGEST_BASE_URL", server.url());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return CallScript.handler(environment, _ -> List.of(), FUNCTION);
  }

  static Reply send(ServeHandler handler, String request, String body, String... headers) {
    String[] parts = request.split(" ", 2);
    Map<String, List<String>> all = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    var url = URI.create("https://app.test/api/inngest" + parts[1]);
    return Reply.of(handler.handle(ServeRequest.of(parts[0], url, all, body.getBytes(UTF_8))));
  }

  final Reply signed(ServeHandler handler, String request, String body, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "X-Inngest-Signature";
    all[headers.length + 1] = signature(KEY, body);
    return send(handler, request, body, all);
  }

  final String signature(String key, String body) {
    SigningKey signing = SigningKey.of("key", key);
    return new Signatures(List.of(signing), clock).sign(signing, body.getBytes(UTF_8));
  }
}
