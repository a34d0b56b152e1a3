package dev.entente.server.doctor.service;

import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Signatures;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.Web;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether the running service serves the functions to an Inngest server, with the keys and the
/// functions that would be set now: a service keeps those that it was started with.
public final class EndpointCheck implements Check {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String PATH = "/api/inngest";
  private static final int OK = 200;
  private static final int OFF = 409;

  private final Optional<URI> service;
  private final Optional<Settings> settings;
  private final long functions;
  private final Web web;
  private final InstantSource clock;

  /// @param service the address of the one that runs
  /// @param settings of Inngest; empty if the functions run in the service itself
  /// @param functions of the program
  /// @param clock signs the question
  public EndpointCheck(
      Optional<URI> service,
      Optional<Settings> settings,
      List<InngestFunction> functions,
      Web web,
      InstantSource clock) {
    this.service = service;
    this.settings = settings;
    this.functions =
        functions.size() + functions.stream().filter(f -> f.failureHandler().isPresent()).count();
    this.web = web;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "inngest";
  }

  @Override
  public void examine(Notes notes) {
    if (service.isEmpty() || settings.isEmpty()) {
      return;
    }
    URI url = URI.create(service.get() + PATH);
    try {
      Web.Answer answer = web.ask(signed(url));
      if (answer.status() == OFF) {
        notes.broken(id("endpoint"), "endpoint.off", url);
      } else if (answer.status() == OK) {
        tell(url, MAPPER.readTree(answer.body()), notes);
      } else {
        notes.broken(id("endpoint"), "endpoint.other", url, String.valueOf(answer.status()));
      }
    } catch (Web.SilenceException e) {
      notes.broken(id("endpoint"), "endpoint.silent", url, e.words(notes));
    } catch (JacksonException e) {
      notes.broken(id("endpoint"), "endpoint.other", url, String.valueOf(OK));
    }
  }

  private String id(String about) {
    return id() + "." + about;
  }

  private HttpRequest signed(URI url) {
    HttpRequest.Builder request = Web.request(url);
    var keys = settings.stream().flatMap(set -> set.signingKeys().stream()).toList();
    if (!keys.isEmpty()) {
      var signatures = new Signatures(List.of(keys.getFirst()), clock);
      request.header("X-Inngest-Signature", signatures.sign(keys.getFirst(), new byte[0]));
    }
    return request.build();
  }

  private void tell(URI url, JsonNode told, Notes notes) {
    String mode = settings.map(set -> set.mode().text()).orElse("");
    JsonNode trusted = told.path("authentication_succeeded");
    if (!told.path("mode").asString("").equals(mode)
        || (trusted.isBoolean() && !trusted.booleanValue())) {
      notes.broken(id("endpoint"), "endpoint.stale", url);
    } else if (told.path("function_count").asInt(-1) != functions) {
      notes.warn(
          id("endpoint"),
          "endpoint.functions",
          url,
          told.path("function_count").asInt(-1),
          functions);
    } else {
      notes.ok(id("endpoint"), "endpoint.right", url, functions, mode);
    }
  }
}
