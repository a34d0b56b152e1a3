package dev.entente.inngest.serve;

import dev.entente.inngest.client.ApiClient;
import dev.entente.inngest.client.Identity;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.MalformedJsonException;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells the server which functions there are, in the answer or by a call of its API.
final class Sync {
  private static final String IN_BAND = "in_band";

  private final App app;
  private final Settings settings;
  private final Introspection introspection;
  private final ApiClient api;

  Sync(App app, Settings settings, Introspection introspection, ApiClient api) {
    this.app = app;
    this.settings = settings;
    this.introspection = introspection;
    this.api = api;
  }

  boolean isInBand(ServeRequest request) {
    return settings.allowsInBandSync()
        && request.header("x-inngest-sync-kind").filter(IN_BAND::equals).isPresent();
  }

  static String kind(boolean isInBand) {
    return isInBand ? IN_BAND : "out_of_band";
  }

  /// Answers with the functions.
  ///
  /// @throws Refusal if the body does not say where the app is
  Answer inBand(ServeRequest request) {
    URI endpoint = Endpoint.of(url(request.body()), settings);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("app_id", app.id());
    body.put("capabilities", introspection.capabilities());
    body.put("env", settings.environment().orElse(null));
    body.put("framework", app.framework());
    body.put("functions", new FunctionConfig(app, endpoint).all());
    body.put("inspection", introspection.full());
    body.put("platform", null);
    body.put("sdk_author", "entente");
    body.put("sdk_language", Identity.LANGUAGE);
    body.put("sdk_version", Identity.VERSION);
    body.put("sdk", Identity.SDK);
    body.put("url", endpoint.toString());
    return Answer.of(200, body);
  }

  private static URI url(byte[] body) {
    try {
      String text = Json.parse(body).find("url").flatMap(Json::text).orElse("");
      URI url = new URI(text);
      if (url.getHost() != null && url.getScheme() != null) {
        return url;
      }
    } catch (MalformedJsonException | URISyntaxException e) {
      // said below
    }
    throw Refusal.of(
        400, "invalid_request", "the body of a sync is {\"url\": <address of the app>}");
  }

  /// Calls the server's API.
  Answer outOfBand(ServeRequest request) {
    Map<String, Object> answer = new LinkedHashMap<>();
    int status = 500;
    boolean isModified = false;
    try {
      isModified =
          register(
              request.url(),
              request.query().find("deployId"),
              request.header("x-inngest-server-kind"));
      answer.put("message", "Successfully synced.");
      status = 200;
    } catch (ServerException | IllegalArgumentException e) {
      answer.put("message", String.valueOf(e.getMessage()));
    }
    answer.put("modified", isModified);
    return Answer.of(status, answer);
  }

  /// Calls the server's API.
  ///
  /// @param url at which the app seems to be; the settings may know better
  /// @return whether the server knew others before
  boolean register(URI url, Optional<String> deployId, Optional<String> serverKind) {
    return api.register(registration(Endpoint.of(url, settings)), deployId, serverKind);
  }

  private Json registration(URI endpoint) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("url", endpoint.toString());
    body.put("deployType", "ping");
    body.put("appName", app.id());
    body.put("sdk", Identity.SDK);
    body.put("v", "0.1");
    body.put("framework", app.framework());
    body.put("functions", new FunctionConfig(app, endpoint).all());
    body.put("capabilities", introspection.capabilities());
    Optional<String> environment = settings.environment();
    environment.ifPresent(name -> body.put("headers", Map.of("env", name)));
    return Json.of(body);
  }
}
