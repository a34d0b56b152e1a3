package dev.entente.server.doctor.outside;

import dev.entente.cli.settings.Settings;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.Web;
import dev.entente.server.reasons.model.ModelSettings;
import java.net.URI;
import java.util.Optional;

/// Whether the key for Gemini is accepted for the model that would be used, and what its terms
/// allow: questions that cost nothing, if a key is set.
public final class GeminiCheck implements Check {
  private static final String TERMS = "gemini.terms";

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
    Optional<String> provider = settings.get("ENTENTE_REASONS_PROVIDER");
    if (provider.filter(other -> !other.equals(ModelSettings.Provider.GEMINI.tag())).isPresent()) {
      notes.ok(id(), "gemini.unused", provider.get());
      return;
    }
    try {
      ModelSettings.of(settings::get)
          .ifPresentOrElse(set -> examine(set, notes), () -> notes.ok(id(), "gemini.unset"));
    } catch (IllegalArgumentException e) {
      notes.warn(id(), "unexamined");
    }
  }

  private void examine(ModelSettings set, Notes notes) {
    if (!set.mayCall()) {
      notes.warn(TERMS, "gemini.terms.missing");
    } else if (set.terms().filter(ModelSettings.Terms.UNPAID_ACKNOWLEDGED::equals).isPresent()) {
      notes.warn(TERMS, "gemini.terms.unpaid");
    }
    try {
      tell(ask("/models/" + set.model(), set), set, notes);
    } catch (Web.SilenceException e) {
      notes.warn(id(), "gemini.silent", set.baseUrl().getHost(), e.words(notes));
    }
  }

  private int ask(String path, ModelSettings set) throws Web.SilenceException {
    URI url = URI.create(set.baseUrl() + path);
    return web.ask(Web.request(url).header("x-goog-api-key", set.key().orElseThrow()).build())
        .status();
  }

  private void tell(int status, ModelSettings set, Notes notes) throws Web.SilenceException {
    String host = set.baseUrl().getHost();
    switch (status) {
      case 200 -> notes.ok(id(), "gemini.accepted", host);
      case 400, 401, 403 -> notes.broken(id(), "gemini.refused", host, String.valueOf(status));
      case 404 -> tellWhatIsMissing(set, notes);
      case 429 -> notes.warn(id(), "gemini.limited", host);
      default -> notes.warn(id(), "gemini.other", host, String.valueOf(status));
    }
  }

  // The model, or all of Gemini.
  private void tellWhatIsMissing(ModelSettings set, Notes notes) throws Web.SilenceException {
    String kind = ask("/models?pageSize=1", set) == 200 ? "gemini.model" : "gemini.elsewhere";
    notes.broken(id(), kind, set.baseUrl().getHost(), set.model());
  }
}
