package dev.entente.inngest.serve;

import dev.entente.inngest.client.ApiClient;
import dev.entente.inngest.client.Identity;
import dev.entente.inngest.execution.CallExecutor;
import dev.entente.inngest.execution.EventSender;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.settings.Mode;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.Signatures.Verdict;
import dev.entente.inngest.settings.Surroundings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The endpoint of an app: GET tells about it, PUT makes it known to the server, POST calls a
/// function. Knows no HTTP server; an adapter gives it requests. Shared by threads.
///
/// In cloud mode calls are answered only if the server's key has signed them, and without a key
/// nothing is. Every answer has the headers that the protocol asks for, and is signed with the key
/// that the request was.
public final class ServeHandler {
  /// Most bytes of a request's body. The server sends at most 4 MiB; what is larger is fetched.
  public static final int LARGEST_BODY = 8 << 20;

  private static final System.Logger LOG = System.getLogger(ServeHandler.class.getName());

  private static final String SYNC_KIND = "X-Inngest-Sync-Kind";

  private static final Answer DEFECT =
      Answer.refusal(500, "internal_error", "a defect of the app's SDK: see the app's log")
          .retried(true);

  private final Settings settings;
  private final Identity identity;
  private final Signatures signatures;
  private final Introspection introspection;
  private final Sync sync;
  private final Calls calls;

  /// Most apps let [dev.entente.inngest.Inngest] make it.
  ///
  /// @param events takes the events that steps send
  public ServeHandler(App app, Settings settings, EventSender events, Surroundings surroundings) {
    this.settings = settings;
    identity = new Identity(app.framework(), settings.environment());
    var api = new ApiClient(settings, identity);
    signatures = new Signatures(settings.signingKeys(), surroundings.clock());
    introspection = new Introspection(app, settings);
    sync = new Sync(app, settings, introspection, api);
    calls = new Calls(app, new CallExecutor(events), api);
  }

  /// Tells the server the app's functions without being asked to, as when the app has started.
  ///
  /// @param url of the endpoint; the settings' origin and path go before it
  /// @return whether the server knew others before
  /// @throws ServerException if nobody answers, or the server refuses them
  /// @throws IllegalArgumentException if the url is none that a server can call
  public boolean register(URI url) {
    return sync.register(url, Optional.empty(), Optional.empty());
  }

  /// Answers one request.
  ///
  /// @return an answer of the protocol's form, whatever the request is and whatever a function does
  public ServeResponse handle(ServeRequest request) {
    if (request.body().length > LARGEST_BODY) {
      return refuseLarge();
    }
    Verdict verdict = new Verdict.Missing();
    try {
      verdict = verdict(request);
      return respond(answer(request, verdict), verdict);
    } catch (Refusal refusal) {
      return respond(refusal.answer(), verdict);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "a request could not be answered", e);
      return respond(DEFECT, verdict);
    }
  }

  private Verdict verdict(ServeRequest request) {
    return settings.signingKeys().isEmpty()
        ? new Verdict.Missing()
        : signatures.check(request.header("x-inngest-signature"), request.body());
  }

  /// The answer to a body that is too large to be read.
  public ServeResponse refuseLarge() {
    String message =
        "the body has more than 8,388,608 bytes (8 MiB), the most that this endpoint reads: see which"
            + " limit of the server was raised";
    return respond(
        Answer.refusal(413, "body_too_large", message).retried(false), new Verdict.Missing());
  }

  private Answer answer(ServeRequest request, Verdict verdict) {
    if (settings.lacksKey()) {
      throw Refusal.of(
          500,
          "missing_signing_key",
          "this app cannot tell who calls it: set INNGEST_SIGNING_KEY, or INNGEST_DEV=1 on a"
              + " developer's machine");
    }
    return switch (request.method()) {
      case "GET" -> Answer.of(200, introspection.of(verdict));
      case "PUT" -> sync(request, verdict);
      case "POST" -> post(request, verdict);
      default ->
          Answer.refusal(405, "method_not_allowed", "the endpoint knows GET, PUT and POST")
              .with("Allow", "GET, PUT, POST");
    };
  }

  private Answer sync(ServeRequest request, Verdict verdict) {
    boolean isInBand = sync.isInBand(request);
    try {
      if (isInBand || !settings.allowsUnsignedSync()) {
        requireTrust(verdict);
      }
      Answer answer = isInBand ? sync.inBand(request) : sync.outOfBand(request);
      return answer.with(SYNC_KIND, Sync.kind(isInBand));
    } catch (Refusal refusal) {
      return refusal.answer().with(SYNC_KIND, Sync.kind(isInBand));
    }
  }

  private Answer post(ServeRequest request, Verdict verdict) {
    requireTrust(verdict);
    var probe = request.query().find("probe");
    if (probe.isEmpty()) {
      return calls.answer(request);
    }
    if (probe.get().equals("trust")) {
      return Answer.of(200, Map.of());
    }
    throw Refusal.of(
        400, "unknown_probe", "there is no probe " + Refusal.quoted(probe.get()) + ", only trust");
  }

  private void requireTrust(Verdict verdict) {
    if (settings.mode() == Mode.DEV) {
      return;
    }
    switch (verdict) {
      case Verdict.Valid _ -> {}
      case Verdict.Missing _ ->
          throw Refusal.of(
              401,
              "http_missing_header",
              "the request is not signed: X-Inngest-Signature is missing");
      case Verdict.Invalid(var reason) -> throw Refusal.of(401, "sig_verification_failed", reason);
    }
  }

  private ServeResponse respond(Answer answer, Verdict verdict) {
    byte[] body = answer.body().toBytes();
    if (body.length > LARGEST_BODY) {
      return respond(tooLarge(body.length), verdict);
    }
    Map<String, String> headers = new LinkedHashMap<>(identity.headers());
    headers.putAll(answer.headers());
    if (verdict instanceof Verdict.Valid(var key)) {
      headers.put("X-Inngest-Signature", signatures.sign(key, body));
    }
    return new ServeResponse(answer.status(), headers, body);
  }

  private static Answer tooLarge(int bytes) {
    var failure =
        new NonRetriableException(
            "the answer to this call has %,d bytes, and the server reads 8 MiB: give a group fewer or smaller inputs, or store what is large and give its id"
                .formatted(bytes));
    return Answer.of(400, ErrorReport.of(failure).toJson()).retried(false);
  }
}
