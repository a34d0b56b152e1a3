package dev.entente.durable.remote.server;

import dev.entente.durable.remote.json.EventJson;
import dev.entente.durable.remote.json.MemoJson;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.SigningKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What SDKs ask of the engine: they send events (`POST /e/{key}`), and fetch what is too large for
/// a call (`GET /v0/runs/{id}/batch` and `/actions`). Knows no HTTP server; an adapter gives it
/// requests. Shared by threads.
public final class ServerEndpoint {
  /// Most bytes of a request's body.
  public static final int LARGEST_BODY = 32 << 20;

  private static final System.Logger LOG = System.getLogger(ServerEndpoint.class.getName());

  private static final Pattern EVENTS = Pattern.compile("/e/([^/]+)/?");
  private static final Pattern STATE = Pattern.compile("/v0/runs/([^/]+)/(batch|actions)");
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(?:signkey-\\w+-)?(\\S+)");

  private final Optional<EventKey> eventKey;
  private final Optional<SigningKey> signingKey;
  private final EventIntake intake;
  private final RunStates states;

  /// Answers SDKs.
  ///
  /// @param eventKey with which events are taken; empty takes those with any
  /// @param signingKey whose hash proves that an app may read states; empty lets all read
  /// @param sink takes the events. Where the sender gave a seed, an event has the same id in all of
  ///   its tries
  /// @param states of runs
  public ServerEndpoint(
      Optional<EventKey> eventKey,
      Optional<SigningKey> signingKey,
      EventSink sink,
      RunStates states) {
    this.eventKey = eventKey;
    this.signingKey = signingKey;
    intake = new EventIntake(sink);
    this.states = states;
  }

  /// Answers one request.
  ///
  /// @return an answer, whatever the request is
  public ServerResponse handle(ServerRequest request) {
    try {
      return answer(request);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "a request of an SDK could not be answered", e);
      return ServerResponse.refusal(500, "the engine could not answer: see its log");
    }
  }

  /// The answer to a body that is too large to be read.
  public ServerResponse refuseLarge() {
    return ServerResponse.ofNoEvents(
        413,
        "the body has more than 33,554,432 bytes (32 MiB): send the events in several requests");
  }

  private ServerResponse answer(ServerRequest request) {
    Matcher events = EVENTS.matcher(request.path());
    Matcher state = STATE.matcher(request.path());
    boolean isGet = request.method().equals("GET");
    if (events.matches() && request.method().equals("POST")) {
      return events(request, decoded(events.group(1)));
    }
    if (isGet && state.matches()) {
      return state(request, decoded(state.group(1)), state.group(2));
    }
    if (isGet && request.path().equals("/health")) {
      return new ServerResponse(200, Json.of(Map.of("status", 200, "message", "OK")));
    }
    return ServerResponse.refusal(
        404,
        "here are POST /e/<event key>, GET /v0/runs/<id>/batch, GET /v0/runs/<id>/actions and"
            + " GET /health, and nothing else");
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part; // not what it should be, and so no name of anything
    }
  }

  private ServerResponse events(ServerRequest request, String key) {
    if (eventKey.filter(expected -> !isEqual(expected.text(), key)).isPresent()) {
      return ServerResponse.ofNoEvents(
          401, "the event key is not the engine's: correct INNGEST_EVENT_KEY");
    }
    return request.body().length > LARGEST_BODY
        ? refuseLarge()
        : intake.take(request.body(), request.header("x-inngest-event-id-seed"));
  }

  private ServerResponse state(ServerRequest request, String runId, String part) {
    if (!isTrusted(request)) {
      return ServerResponse.refusal(
          401, "the signing key is not the engine's: correct INNGEST_SIGNING_KEY");
    }
    return switch (states.progress(runId)) {
      case UNKNOWN -> ServerResponse.refusal(404, "there is no such run");
      case ENDED -> ServerResponse.refusal(410, "the run has ended");
      case GOING_ON ->
          new ServerResponse(
              200,
              part.equals("batch")
                  ? EventJson.ofAll(states.events(runId))
                  : MemoJson.ofAll(states.steps(runId)));
    };
  }

  private boolean isTrusted(ServerRequest request) {
    if (signingKey.isEmpty()) {
      return true;
    }
    Matcher bearer = BEARER.matcher(request.header("authorization").orElse("").strip());
    return bearer.matches() && isEqual(signingKey.get().hash(), bearer.group(1));
  }

  // In the same time for every wrong one.
  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
