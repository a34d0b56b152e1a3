package dev.entente.server.doctor.inngest;

import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.settings.Mode;
import dev.entente.inngest.settings.Settings;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.Web;
import dev.entente.server.doctor.Web.Answer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether an Inngest server is reached, accepts the keys and knows the functions as they are in
/// the program.
public final class InngestCheck implements Check {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String CLOUD = "api.inngest.com";
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final String app;
  private final Settings settings;
  private final List<InngestFunction> functions;
  private final InngestServer server;

  /// @param app its name at the server
  /// @param functions of the program
  public InngestCheck(String app, Settings settings, List<InngestFunction> functions, Web web) {
    this.app = app;
    this.settings = settings;
    this.functions = List.copyOf(functions);
    server = new InngestServer(settings, web);
  }

  @Override
  public String id() {
    return "inngest";
  }

  private String id(String about) {
    return id() + "." + about;
  }

  @Override
  public void examine(Notes notes) {
    tellKeys(notes);
    URI api = settings.apiOrigin();
    try {
      Answer answer = server.functions(app);
      if (InngestServer.isRefused(answer)) {
        notes.broken(id("server"), "inngest.refused", api, String.valueOf(answer.status()));
        return;
      }
      if (answer.status() >= SERVER_ERROR && answer.status() != 501) {
        notes.broken(id("server"), "inngest.failing", api, String.valueOf(answer.status()));
        return;
      }
      notes.ok(id("server"), "inngest.reached", api);
      tellFunctions(answer, notes);
    } catch (Web.SilenceException e) {
      notes.broken(id("server"), "inngest.silent", api, e.words(notes));
      if (settings.eventOrigin().equals(api)) {
        return; // once is enough
      }
    }
    tellEvents(notes);
  }

  private void tellKeys(Notes notes) {
    if (settings.mode() == Mode.DEV) {
      notes.ok(id("keys"), "inngest.dev");
    } else if (settings.signingKey().isEmpty()) {
      notes.broken(id("keys"), "inngest.noKey");
    } else if (isCloud() && !settings.signingKey().get().bearer().startsWith("signkey-")) {
      notes.warn(id("keys"), "inngest.bareKey");
    } else if (settings.eventKey().isEmpty()) {
      notes.warn(id("keys"), "inngest.noEventKey");
    } else {
      notes.ok(id("keys"), "inngest.keys");
    }
  }

  private boolean isCloud() {
    return CLOUD.equals(settings.apiOrigin().getHost());
  }

  // Servers of one's own have it since 2026; older ones answer what their pages ask.
  private void tellFunctions(Answer answer, Notes notes) throws Web.SilenceException {
    Optional<JsonNode> rest = json(answer).filter(InngestCheck::isRest);
    if (rest.isPresent()) {
      compare(TheirFunctions.ofRest(app, rest.get()), notes);
      return;
    }
    Optional<JsonNode> graph =
        isCloud() ? Optional.empty() : json(server.graph(TheirFunctions.QUERY));
    graph
        .filter(body -> body.path("data").has("functions"))
        .ifPresentOrElse(
            body -> compare(TheirFunctions.ofGraph(app, body), notes),
            () ->
                notes.warn(
                    id("functions"), "inngest.unseen", app, String.valueOf(answer.status())));
  }

  // Without a function there are no data.
  private static boolean isRest(JsonNode body) {
    return body.has("data") || body.has("metadata");
  }

  private static Optional<JsonNode> json(Answer answer) {
    try {
      return answer.status() == OK ? Optional.of(MAPPER.readTree(answer.body())) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void compare(TheirFunctions theirs, Notes notes) {
    List<FunctionFacts> ours = OurFunctions.of(app, functions);
    if (theirs.functions().isEmpty()) {
      notes.broken(id("functions"), "inngest.unsynced", app, ours.size());
      return;
    }
    List<String> known = ids(theirs.functions());
    List<String> missing = ids(ours).stream().filter(id -> !known.contains(id)).toList();
    List<String> foreign = known.stream().filter(id -> !ids(ours).contains(id)).toList();
    List<String> different =
        ours.stream()
            .filter(function -> known.contains(function.id()))
            .filter(function -> !theirs.functions().contains(function))
            .map(FunctionFacts::id)
            .toList();
    tellDifference("missing", missing, notes);
    tellDifference("different", different, notes);
    if (!foreign.isEmpty()) {
      notes.warn(id("functions"), "inngest.foreign", app, String.join(", ", foreign));
    }
    if (!theirs.paused().isEmpty()) {
      notes.warn(id("functions"), "inngest.paused", app, String.join(", ", theirs.paused()));
    }
    if (missing.isEmpty() && different.isEmpty() && foreign.isEmpty()) {
      notes.ok(id("functions"), "inngest.same", app, ours.size());
    }
  }

  private static List<String> ids(List<FunctionFacts> functions) {
    return functions.stream().map(FunctionFacts::id).sorted().toList();
  }

  private void tellDifference(String kind, List<String> ids, Notes notes) {
    if (!ids.isEmpty()) {
      notes.broken(id("functions"), "inngest." + kind, app, String.join(", ", ids));
    }
  }

  private void tellEvents(Notes notes) {
    if (settings.mode() == Mode.CLOUD && settings.eventKey().isEmpty()) {
      return; // told already
    }
    URI origin = settings.eventOrigin();
    try {
      Answer answer = server.noEvents();
      String status = String.valueOf(answer.status());
      if (answer.status() == OK) {
        notes.ok(id("events"), "inngest.events", origin);
      } else if (InngestServer.isRefused(answer)) {
        notes.broken(id("events"), "inngest.eventKey", origin, status);
      } else {
        notes.warn(id("events"), "inngest.eventsUnclear", origin, status);
      }
    } catch (Web.SilenceException e) {
      notes.broken(id("events"), "inngest.eventsSilent", origin, e.words(notes));
    }
  }
}
