package dev.entente.server.doctor.outside;

import dev.entente.cli.settings.Settings;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.Web;
import dev.entente.server.doctor.settings.KnownSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the key for Gemini is accepted: one question that costs nothing, if a key is set.
public final class GeminiCheck implements Check {
  private static final String BASE = "https://generativelanguage.googleapis.com/v1beta";

  private final Settings settings;
  private final Web web;

  public GeminiCheck(Settings settings, Web web) {
    this.settings = settings;
    this.web = web;
  }

  @Override
  public String id() {
    return "gemini";
  }

  @Override
  public void examine(Notes notes) {
    Optional<String> key = settings.get("GEMINI_API_KEY");
    if (key.isEmpty()) {
      notes.ok(id(), "gemini.unset");
    } else if (Stream.of("GEMINI_API_KEY", "GEMINI_MODEL", "GEMINI_BASE_URL")
        .anyMatch(name -> KnownSettings.isMalformed(settings, name))) {
      notes.warn(id(), "unexamined");
    } else {
      examine(key.get(), notes);
    }
  }

  private void examine(String key, Notes notes) {
    String base = settings.get("GEMINI_BASE_URL").orElse(BASE).replaceFirst("/+$", "");
    Optional<String> model = settings.get("GEMINI_MODEL");
    URI url = URI.create(base + model.map(name -> "/models/" + name).orElse("/models?pageSize=1"));
    HttpRequest request = Web.request(url).header("x-goog-api-key", key).build();
    try {
      tell(web.ask(request).status(), url.getHost(), model, notes);
    } catch (Web.SilenceException e) {
      notes.warn(id(), "gemini.silent", url.getHost(), e.words(notes));
    }
  }

  private void tell(int status, String host, Optional<String> model, Notes notes) {
    switch (status) {
      case 200 -> notes.ok(id(), "gemini.accepted", host);
      case 400, 401, 403 -> notes.broken(id(), "gemini.refused", host, String.valueOf(status));
      case 404 ->
          notes.broken(
              id(),
              model.isPresent() ? "gemini.model" : "gemini.elsewhere",
              host,
              model.orElse(""));
      case 429 -> notes.warn(id(), "gemini.limited", host);
      default -> notes.warn(id(), "gemini.other", host, String.valueOf(status));
    }
  }
}
