package dev.entente.server.doctor.outside;

import dev.entente.cli.settings.Settings;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.Web;
import dev.entente.server.reasons.model.ModelSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a server like OpenAI's, or Ollama, has the model that is set: its list is asked for,
/// which costs nothing. Says nothing of Gemini.
public final class ModelCheck implements Check {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> PROVIDERS =
      List.of(ModelSettings.Provider.OPENAI.tag(), ModelSettings.Provider.OLLAMA.tag());

  private final Settings settings;
  private final Web web;

  public ModelCheck(Settings settings, Web web) {
    this.settings = settings;
    this.web = web;
  }

  @Override
  public String id() {
    return "model";
  }

  @Override
  public void examine(Notes notes) {
    if (settings.get("ENTENTE_REASONS_PROVIDER").filter(PROVIDERS::contains).isPresent()) {
      try {
        ModelSettings.of(settings::get).ifPresent(set -> examine(set, notes));
      } catch (IllegalArgumentException e) {
        notes.warn(id(), "unexamined");
      }
    }
  }

  private void examine(ModelSettings set, Notes notes) {
    try {
      tell(web.ask(request(set)), set, notes);
    } catch (Web.SilenceException e) {
      notes.warn(id(), "model.silent", set.baseUrl().getHost(), e.words(notes));
    }
  }

  private static HttpRequest request(ModelSettings set) {
    String path = set.provider() == ModelSettings.Provider.OLLAMA ? "/api/tags" : "/models";
    HttpRequest.Builder request = Web.request(URI.create(set.baseUrl() + path));
    set.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request.build();
  }

  private void tell(Web.Answer answer, ModelSettings set, Notes notes) {
    String host = set.baseUrl().getHost();
    String status = String.valueOf(answer.status());
    switch (answer.status()) {
      case 200 -> tellModel(models(answer.body(), set.provider()), set, notes);
      case 401, 403 -> notes.broken(id(), "model.refused", host, status);
      case 404 -> notes.warn(id(), "model.elsewhere", host, set.provider().tag());
      case 429 -> notes.warn(id(), "model.limited", host);
      default -> notes.warn(id(), "model.other", host, status);
    }
  }

  private void tellModel(Optional<Set<String>> models, ModelSettings set, Notes notes) {
    String host = set.baseUrl().getHost();
    if (models.isEmpty()) {
      notes.warn(id(), "model.unknown", host, set.model());
    } else if (models.get().contains(set.model())
        || models.get().contains(set.model() + ":latest")) { // as Ollama calls it
      notes.ok(id(), "model.found", host, set.model());
    } else if (set.provider() == ModelSettings.Provider.OLLAMA) {
      notes.broken(id(), "model.missing", host, set.model());
    } else {
      notes.warn(id(), "model.unlisted", host, set.model()); // not all lists are complete
    }
  }

  private static Optional<Set<String>> models(String body, ModelSettings.Provider provider) {
    boolean isOllama = provider == ModelSettings.Provider.OLLAMA;
    try {
      JsonNode list = MAPPER.readTree(body).path(isOllama ? "models" : "data");
      return list.isArray()
          ? Optional.of(
              list.valueStream()
                  .map(model -> model.path(isOllama ? "name" : "id").asString(""))
                  .collect(Collectors.toSet()))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
