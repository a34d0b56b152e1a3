package dev.entente.durable.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.call.Call;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.serve.HttpServerAdapter;
import dev.entente.inngest.settings.SigningKey;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/// An app that our own SDK serves, and that is called over HTTP.
abstract class ServedApp {
  static final String KEY = "signkey-test-0123456789abcdef0123456789abcdef";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @AfterEach
  void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private static InngestFunction function(String id, FunctionBody body) {
    return InngestFunction.withId(id).on(Trigger.event("shop/order.placed")).runs(body);
  }

  RemoteEndpoint serve(Map<String, String> environment, FunctionBody body) {
    var server =
        LoopbackServer.start(
            new HttpServerAdapter(Inngest.of(Calls.APP, environment).serve(function("fn", body))));
    opened.push(server);
    return RemoteEndpoint.of(server.url("/api/inngest"));
  }

  RemoteApp open(RemoteEndpoint endpoint) {
    var app = new RemoteApp(endpoint, InstantSource.system());
    opened.push(app);
    return app;
  }

  CallResult result(FunctionBody body, Call call) {
    RemoteApp app =
        open(
            serve(Map.of("INNGEST_SIGNING_KEY", KEY), body)
                .signedWith(SigningKey.of("key", KEY))
                .named(Calls.APP));
    assertThat(app.functions()).extracting(FunctionDefinition::id).containsExactly("shop-fn");
    return app.caller().call(call).result();
  }
}
