package dev.entente.server.channels;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;

/// Where a webhook is sent, and what it is signed with.
///
/// @param url `https`, or `http` on this machine; its path may be a secret
/// @param secret `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks 1.0.0, "Signature
///   scheme")
record WebhookSettings(URI url, String secret) {
  private static final String PREFIX = "whsec_";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int LAST_PORT = 65_535;

  /// Reads both.
  ///
  /// @throws IllegalArgumentException that names the variable that is wrong, and not what it holds
  static WebhookSettings of(String url, String secret) {
    return new WebhookSettings(url(url), requireSecret(secret));
  }

  private static URI url(String text) {
    try {
      var url = new URI(text);
      if (isSafe(url)) {
        return url;
      }
    } catch (URISyntaxException e) {
      // what is wrong with it would quote it
    }
    throw new IllegalArgumentException(
        "ENTENTE_ALERT_WEBHOOK_URL must look like https://host/path, without a user and a #; plain"
            + " http is for this machine only, as in http://127.0.0.1:9000/path");
  }

  private static boolean isSafe(URI url) {
    return url.getHost() != null
        && url.getPort() <= LAST_PORT
        && url.getPort() != 0
        && url.getRawUserInfo() == null
        && url.getRawFragment() == null
        && ("https".equalsIgnoreCase(url.getScheme())
            || ("http".equalsIgnoreCase(url.getScheme())
                && AlertSettings.isLoopback(url.getHost())));
  }

  private static String requireSecret(String text) {
    try {
      int bytes =
          text.startsWith(PREFIX)
              ? Base64.getDecoder().decode(text.substring(PREFIX.length())).length
              : 0;
      if (bytes >= FEWEST_BYTES && bytes <= MOST_BYTES) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // what is wrong with it would quote it
    }
    throw new IllegalArgumentException(
        "ENTENTE_ALERT_WEBHOOK_SECRET must be whsec_ and 24 to 64 bytes in base64. Make one with:"
            + " echo whsec_$(openssl rand -base64 32)");
  }

  /// Shows neither.
  @Override
  public String toString() {
    return "a webhook";
  }
}
