package dev.entente.inngest.peer;

import dev.entente.testkit.TypeScriptSdk;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/// The official SDK serving `functions.mjs`.
///
/// @param dev its endpoint in dev mode
/// @param cloud its endpoint in cloud mode
record TypeScriptPeer(TypeScriptSdk sdk, URI dev, URI cloud) implements AutoCloseable {
  /// Starts it, or skips the test with a sentence that says why.
  static TypeScriptPeer start(Map<String, String> environment) throws Exception {
    try (var functions = TypeScriptPeer.class.getResourceAsStream("functions.mjs")) {
      TypeScriptSdk sdk =
          TypeScriptSdk.start("functions.mjs", Objects.requireNonNull(functions), environment);
      int blank = sdk.told().indexOf(' ');
      return new TypeScriptPeer(
          sdk, endpoint(sdk.told().substring(0, blank)), endpoint(sdk.told().substring(blank + 1)));
    }
  }

  private static URI endpoint(String port) {
    return URI.create("http://127.0.0.1:" + port + "/api/inngest");
  }

  @Override
  public void close() throws IOException {
    sdk.close();
  }
}
