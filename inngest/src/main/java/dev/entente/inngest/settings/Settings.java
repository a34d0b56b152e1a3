package dev.entente.inngest.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How an app and the server find and trust each other. Immutable; never shows a key.
///
/// @param signingKey needed in cloud mode
/// @param signingKeyFallback tried where the first is not accepted, while keys are rotated
/// @param eventKey needed in cloud mode to send events
/// @param environment the name of the environment at the server
/// @param apiOrigin where the app registers itself and fetches large states
/// @param eventOrigin where events are sent
/// @param serveOrigin how the server reaches the app; empty takes what requests say
/// @param servePath of the app's one endpoint; empty takes what requests say
/// @param allowsInBandSync whether a sync may be answered with the functions, if the server asks so
/// @param allowsUnsignedSync whether somebody without a key may ask for a sync in cloud mode.
///   Without a `serveOrigin` the address that he asks at is the one that the server is told
public record Settings(
    Mode mode,
    Optional<SigningKey> signingKey,
    Optional<SigningKey> signingKeyFallback,
    Optional<EventKey> eventKey,
    Optional<String> environment,
    URI apiOrigin,
    URI eventOrigin,
    Optional<URI> serveOrigin,
    Optional<String> servePath,
    boolean allowsInBandSync,
    boolean allowsUnsignedSync) {
  /// All variables that are read.
  public static final List<String> VARIABLES =
      List.of(
          "INNGEST_DEV",
          "INNGEST_SIGNING_KEY",
          "INNGEST_SIGNING_KEY_FALLBACK",
          "INNGEST_EVENT_KEY",
          "INNGEST_ENV",
          "INNGEST_BASE_URL",
          "INNGEST_API_BASE_URL",
          "INNGEST_EVENT_API_BASE_URL",
          "INNGEST_SERVE_ORIGIN",
          "INNGEST_SERVE_HOST",
          "INNGEST_SERVE_PATH",
          "INNGEST_ALLOW_IN_BAND_SYNC",
          "INNGEST_ENABLE_UNAUTHED_SYNC");

  private static final URI DEV_SERVER = URI.create("http://localhost:8288");
  private static final URI CLOUD_API = URI.create("https://api.inngest.com");
  private static final URI CLOUD_EVENTS = URI.create("https://inn.gs");

  /// Reads the variables that all SDKs share, those of [#VARIABLES].
  ///
  /// `INNGEST_DEV` is `1`, `true` or the address of a dev server for dev mode; without it, or with
  /// `0` or `false`, it is cloud mode.
  ///
  /// @param environment such as `System.getenv()`; an empty value is none
  /// @throws IllegalArgumentException that names the variable that is wrong, and never what it
  ///   holds
  public static Settings of(Map<String, String> environment) {
    var variables = new Variables(environment);
    Optional<Boolean> flag = variables.flag("INNGEST_DEV");
    Optional<URI> devServer = flag.isPresent() ? Optional.empty() : variables.origin("INNGEST_DEV");
    Mode mode = flag.orElse(devServer.isPresent()) ? Mode.DEV : Mode.CLOUD;
    URI dev = devServer.orElse(DEV_SERVER);
    Optional<URI> base = variables.origin("INNGEST_BASE_URL");
    return new Settings(
        mode,
        variables.signingKey("INNGEST_SIGNING_KEY"),
        variables.signingKey("INNGEST_SIGNING_KEY_FALLBACK"),
        variables.text("INNGEST_EVENT_KEY").map(EventKey::new),
        variables.text("INNGEST_ENV"),
        variables
            .origin("INNGEST_API_BASE_URL")
            .or(() -> base)
            .orElse(mode == Mode.DEV ? dev : CLOUD_API),
        variables
            .origin("INNGEST_EVENT_API_BASE_URL")
            .or(() -> base)
            .orElse(mode == Mode.DEV ? dev : CLOUD_EVENTS),
        variables.origin("INNGEST_SERVE_ORIGIN").or(() -> variables.origin("INNGEST_SERVE_HOST")),
        variables.path("INNGEST_SERVE_PATH"),
        variables.permission("INNGEST_ALLOW_IN_BAND_SYNC"),
        variables.permission("INNGEST_ENABLE_UNAUTHED_SYNC"));
  }

  /// The keys in the order in which they are tried.
  public List<SigningKey> signingKeys() {
    return Stream.concat(signingKey.stream(), signingKeyFallback.stream()).toList();
  }

  /// Tells whether requests must be signed, and none can be, because there is no key.
  public boolean lacksKey() {
    return mode == Mode.CLOUD && signingKey.isEmpty();
  }
}
