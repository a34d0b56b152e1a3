package dev.entente.server.doctor.outside;

import dev.entente.cli.settings.Settings;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.settings.KnownSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Whether somebody listens where alerts go. Nothing is sent: it would be an alert.
public final class AlertsCheck implements Check {
  private static final int PATIENCE = 3_000;
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "smtp", 587, "smtps", 465);

  private final Settings settings;

  public AlertsCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return "alerts";
  }

  @Override
  public void examine(Notes notes) {
    boolean isAnySet = examine("ENTENTE_ALERT_WEBHOOK_URL", "alerts.webhook", notes);
    isAnySet |= examine("ENTENTE_SMTP_URL", "alerts.mail", notes);
    if (!isAnySet) {
      notes.ok(id(), "alerts.none");
    }
  }

  private boolean examine(String name, String id, Notes notes) {
    if (KnownSettings.isMalformed(settings, name)) {
      notes.warn(id, "unexamined");
      return true;
    }
    Optional<URI> url = KnownSettings.wellFormed(settings, name).map(URI::create);
    url.ifPresent(address -> connect(address, id, notes));
    return url.isPresent();
  }

  private static void connect(URI url, String id, Notes notes) {
    int port = url.getPort() < 0 ? PORTS.getOrDefault(url.getScheme(), 0) : url.getPort();
    String where = url.getHost() + ":" + port;
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE);
      notes.ok(id, id + ".reached", where);
    } catch (IOException e) {
      notes.broken(id, id + ".silent", where);
    }
  }
}
