package dev.entente.server.doctor.inngest;

import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.server.doctor.Web;
import dev.entente.server.doctor.Web.Answer;
import dev.entente.server.doctor.Web.SilenceException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// The questions that a server of Inngest is asked.
final class InngestServer {
  private final Settings settings;
  private final Web web;

  InngestServer(Settings settings, Web web) {
    this.settings = settings;
    this.web = web;
  }

  /// Asks its API; with the second key where the first is refused.
  Answer functions(String app) throws SilenceException {
    URI url = settings.apiOrigin().resolve("/v2/apps/" + app + "/functions?limit=100");
    Iterator<SigningKey> keys = settings.signingKeys().iterator();
    Answer answer;
    do {
      HttpRequest.Builder request = Web.request(url);
      settings.environment().ifPresent(name -> request.header("X-Inngest-Env", name));
      if (keys.hasNext()) {
        request.header("Authorization", "Bearer " + keys.next().bearer());
      }
      answer = web.ask(request.build());
    } while (isRefused(answer) && keys.hasNext());
    return answer;
  }

  static boolean isRefused(Answer answer) {
    return answer.status() == 401 || answer.status() == 403;
  }

  /// Asks what the pages of a server of one's own ask.
  Answer graph(String query) throws SilenceException {
    String body = "{\"query\":\"%s\"}".formatted(query);
    return web.ask(
        Web.request(settings.apiOrigin().resolve("/v0/gql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /// Sends no event at all, so that the key is looked at and nothing happens.
  Answer noEvents() throws SilenceException {
    String key = settings.eventKey().map(EventKey::text).orElse("NO_EVENT_KEY_SET");
    String path = "/e/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    return web.ask(
        Web.request(settings.eventOrigin().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("[]"))
            .build());
  }
}
