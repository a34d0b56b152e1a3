package dev.entente.server.engine;

import dev.entente.inngest.settings.Mode;
import dev.entente.inngest.settings.Settings;

/// Where an Inngest server shows what it does.
final class Dashboard {
  private static final String CLOUD_API = "api.inngest.com";
  private static final String CLOUD = "https://app.inngest.com/env/";
  private static final String MAIN = "production";

  private Dashboard() {}

  /// The address: the cloud has one of its own, other servers show it where they are called.
  static String of(Settings settings) {
    boolean isCloud =
        settings.mode() == Mode.CLOUD && CLOUD_API.equals(settings.apiOrigin().getHost());
    return isCloud
        ? CLOUD + settings.environment().orElse(MAIN)
        : settings.apiOrigin().toString().replaceFirst("/$", "");
  }
}
