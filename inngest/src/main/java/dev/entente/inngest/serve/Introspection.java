package dev.entente.inngest.serve;

import dev.entente.inngest.client.Identity;
import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Signatures.Verdict;
import dev.entente.inngest.settings.SigningKey;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the app tells of itself: little to everybody, more to who has the key.
///
/// Signing keys are told by the beginning of their hash alone: the whole hash opens the server's
/// API.
final class Introspection {
  private static final String SCHEMA = "2024-05-24";

  private final App app;
  private final Settings settings;

  Introspection(App app, Settings settings) {
    this.app = app;
    this.settings = settings;
  }

  Map<String, @Nullable Object> of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Valid _ -> full();
      case Verdict.Missing _ -> open(null);
      case Verdict.Invalid _ -> open(false);
    };
  }

  private Map<String, @Nullable Object> open(@Nullable Boolean succeeded) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("authentication_succeeded", succeeded);
    json.put("capabilities", capabilities());
    json.put("function_count", app.size());
    json.put("has_event_key", settings.eventKey().isPresent());
    json.put("has_signing_key", settings.signingKey().isPresent());
    json.put("has_signing_key_fallback", settings.signingKeyFallback().isPresent());
    json.put("mode", settings.mode().text());
    json.put("schema_version", SCHEMA);
    return json;
  }

  /// Told to who has proved to have the key; in dev mode, with a sync in the answer, to everybody.
  Map<String, @Nullable Object> full() {
    Map<String, @Nullable Object> json = open(true);
    json.put("api_origin", settings.apiOrigin().toString());
    json.put("app_id", app.id());
    json.put("env", settings.environment().orElse(null));
    json.put("event_api_origin", settings.eventOrigin().toString());
    json.put("event_key_hash", settings.eventKey().map(EventKey::hash).orElse(null));
    json.put("framework", app.framework());
    json.put("sdk_language", Identity.LANGUAGE);
    json.put("sdk_version", Identity.VERSION);
    json.put("serve_origin", settings.serveOrigin().map(URI::toString).orElse(null));
    json.put("serve_path", settings.servePath().orElse(null));
    json.put("signing_key_hash", settings.signingKey().map(SigningKey::fingerprint).orElse(null));
    json.put(
        "signing_key_fallback_hash",
        settings.signingKeyFallback().map(SigningKey::fingerprint).orElse(null));
    return json;
  }

  Map<String, String> capabilities() {
    Map<String, String> capabilities = new LinkedHashMap<>();
    if (settings.allowsInBandSync()) {
      capabilities.put("in_band_sync", "v1");
    }
    capabilities.put("trust_probe", "v1");
    return capabilities;
  }
}
