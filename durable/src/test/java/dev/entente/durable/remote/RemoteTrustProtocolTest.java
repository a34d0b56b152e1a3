package dev.entente.durable.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.SigningKey;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which app is called, where, and with which keys.
class RemoteTrustProtocolTest extends ServedApp {
  private static final String OTHER_KEY = "7468697320697320612074657374206b6579";

  @Test
  void devModeNeedsNoKey() {
    RemoteApp app = open(serve(Map.of("INNGEST_DEV", "1"), (_, _) -> "done"));

    assertThat(app.id()).isEqualTo("shop");
    assertThat(app.caller().call(Calls.of("fn")).result())
        .isEqualTo(new CallResult.Returned(Json.of("done")));
  }

  @Test
  void oldKeyOfAnAppIsStillTaken() {
    RemoteEndpoint endpoint =
        serve(
            Map.of("INNGEST_SIGNING_KEY", OTHER_KEY, "INNGEST_SIGNING_KEY_FALLBACK", KEY),
            (_, _) -> "done");
    RemoteApp app = open(endpoint.signedWith(SigningKey.of("key", KEY)));

    assertThat(app.functions()).hasSize(1);
    assertThat(app.caller().call(Calls.of("fn")).result())
        .isEqualTo(new CallResult.Returned(Json.of("done")));
  }

  @Test
  void wrongKeyIsSaidAndNotShown() {
    RemoteApp app =
        open(
            serve(Map.of("INNGEST_SIGNING_KEY", OTHER_KEY), (_, _) -> "done")
                .signedWith(SigningKey.of("key", KEY)));

    assertThatThrownBy(app::functions)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("status 401")
        .hasMessageContaining("compare the signing keys")
        .hasMessageNotContaining("0123456789abcdef");
    assertThat(app.caller().call(Calls.of("fn")).result())
        .isInstanceOfSatisfying(
            CallResult.Failed.class,
            failed -> {
              assertThat(failed.error().message()).contains("compare the signing keys");
              assertThat(failed.retry()).isEqualTo(new Retry.Usual());
            });
  }

  @Test
  void functionThatWasNeverAskedForIsCalledAtTheEndpoint() {
    RemoteApp app = open(serve(Map.of("INNGEST_DEV", "1"), (_, _) -> "done"));

    assertThat(app.caller().call(Calls.of("gone")).result())
        .isInstanceOfSatisfying(
            CallResult.Failed.class,
            failed -> assertThat(failed.error().message()).contains("no function shop-gone"));
  }

  @Test
  void otherAppThanExpectedIsRefused() {
    RemoteApp app = open(serve(Map.of("INNGEST_DEV", "1"), (_, _) -> "done").named("bakery"));

    assertThatThrownBy(app::functions)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("this is the app shop, and bakery was expected");
  }

  @Test
  void appThatTellsNothingInItsAnswerIsRefused() {
    Map<String, String> environment = new HashMap<>();
    environment.put("INNGEST_DEV", "http://127.0.0.1:1");
    environment.put("INNGEST_ALLOW_IN_BAND_SYNC", "0");
    RemoteApp app = open(serve(environment, (_, _) -> "done"));

    assertThatThrownBy(app::functions).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void callsKeepToTheHostThatTheAppWasGivenWith() {
    Map<String, String> environment = new HashMap<>();
    environment.put("INNGEST_DEV", "1");
    environment.put("INNGEST_SERVE_ORIGIN", "http://elsewhere.test:1");
    RemoteApp app = open(serve(environment, (_, _) -> "done"));
    app.functions();

    assertThat(app.caller().call(Calls.of("fn")).result())
        .isEqualTo(new CallResult.Returned(Json.of("done")));
  }

  @Test
  void addressWithAUserIsRefused() {
    assertThatThrownBy(() -> RemoteEndpoint.of(URI.create("http://me@host/api")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without user");
  }
}
