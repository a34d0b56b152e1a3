package dev.entente.durable.remote;

import dev.entente.inngest.settings.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where an app in another process is, and how it is trusted. Immutable.
///
/// @param url of its one endpoint, such as `http://127.0.0.1:3000/api/inngest`; nothing is ever
///   sent to another host
/// @param appId the name that it must have; empty takes the one that it tells
/// @param key signs what is sent, and must fit what is answered with a signature; empty is dev
///   mode, in which nothing is signed
/// @param timeout the longest wait for the answer to a call, more than 0 and at most 2 hours
public record RemoteEndpoint(
    URI url, Optional<String> appId, Optional<SigningKey> key, Duration timeout) {
  private static final Duration LONGEST = Duration.ofHours(2);

  public RemoteEndpoint {
    require(
        ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
            && url.getHost() != null
            && url.getUserInfo() == null
            && url.getFragment() == null,
        "the address of an app is such as https://host/api/inngest, without user and fragment");
    require(
        !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0,
        "an answer is waited for at most 2 hours, got: " + timeout);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /// An app in dev mode, whose answers are waited for 2 hours.
  public static RemoteEndpoint of(URI url) {
    return new RemoteEndpoint(url, Optional.empty(), Optional.empty(), LONGEST);
  }

  /// The same, which must have this name.
  public RemoteEndpoint named(String id) {
    return new RemoteEndpoint(url, Optional.of(id), key, timeout);
  }

  /// The same in cloud mode.
  public RemoteEndpoint signedWith(SigningKey shared) {
    return new RemoteEndpoint(url, appId, Optional.of(shared), timeout);
  }

  /// The same, whose answers are waited for no longer.
  public RemoteEndpoint within(Duration most) {
    return new RemoteEndpoint(url, appId, key, most);
  }

  /// Scheme, host and port.
  String origin() {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
