package dev.entente.inngest.client;

import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.SigningKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Calls the server's API: registers apps, fetches states that are too large for a request. Shared
/// by threads.
///
/// A call that is answered 401 or 403 is made again with the second key, if there is one.
public final class ApiClient {
  private static final String REGISTERING = "registering the functions";
  private static final String FETCHING = "fetching the state of a run";

  private final Settings settings;
  private final Connection connection;

  /// Calls the API that the settings name.
  ///
  /// @param identity who speaks
  public ApiClient(Settings settings, Identity identity) {
    this.settings = settings;
    connection =
        new Connection(identity, settings.signingKeys().stream().map(SigningKey::hash).toList());
  }

  /// Tells the server the app's functions.
  ///
  /// @param deployId given back to the server, if it gave one
  /// @param serverKind given back to the server, if it gave one, so that it sees whether it is the
  ///   one that asked
  /// @return whether the server knew others before
  /// @throws ServerException if nobody answers, or the server refuses them
  public boolean register(Json app, Optional<String> deployId, Optional<String> serverKind) {
    String query = deployId.map(id -> "?deployId=" + Encoding.encode(id)).orElse("");
    Connection.Answer answer =
        call(
            REGISTERING,
            "/fn/register" + query,
            request -> {
              serverKind.ifPresent(
                  kind -> request.setHeader("X-Inngest-Expected-Server-Kind", kind));
              return request
                  .setHeader("X-Inngest-Sync-Kind", "out_of_band")
                  .POST(BodyPublishers.ofByteArray(app.toBytes()));
            });
    Json taken = require(REGISTERING, answer.body(), ApiClient::isTaken);
    return taken.find("modified").filter(Json::isTrue).isPresent();
  }

  private static boolean isTaken(Json body) {
    return body.isObject() && body.find("ok").filter(Json::isFalse).isEmpty();
  }

  /// The events that started a run.
  ///
  /// @return an array
  /// @throws ServerException if nobody answers, or the server does not know the run
  public Json events(String runId) {
    Json events = call(FETCHING, run(runId) + "/batch", HttpRequest.Builder::GET).body();
    return require(FETCHING, events, Json::isArray);
  }

  /// What is kept of a run's steps.
  ///
  /// @return an object by hash
  /// @throws ServerException if nobody answers, or the server does not know the run
  public Json steps(String runId) {
    Json steps = call(FETCHING, run(runId) + "/actions", HttpRequest.Builder::GET).body();
    return require(FETCHING, steps, Json::isObject);
  }

  // Whatever else stands at a wrong address answers 200 as well.
  private static Json require(String what, Json body, Predicate<Json> condition) {
    if (!condition.test(body)) {
      throw Failures.unreadable(what);
    }
    return body;
  }

  private static String run(String id) {
    return "/v0/runs/" + Encoding.encode(id);
  }

  private Connection.Answer call(
      String what, String path, UnaryOperator<HttpRequest.Builder> complete) {
    URI url = settings.apiOrigin().resolve(path);
    Iterator<SigningKey> keys = settings.signingKeys().iterator();
    Connection.Answer answer;
    do {
      HttpRequest.Builder request = complete.apply(connection.request(url));
      if (keys.hasNext()) {
        request.setHeader("Authorization", "Bearer " + keys.next().bearer());
      }
      answer = connection.send(what, request.build());
    } while (answer.isRefusalOfKey() && keys.hasNext());
    if (!answer.isSuccess()) {
      throw Failures.refused(what, answer.status(), answer.reason());
    }
    return answer;
  }
}
