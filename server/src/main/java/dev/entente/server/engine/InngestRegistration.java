package dev.entente.server.engine;

import dev.entente.inngest.serve.ServeHandler;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Settings;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes the functions known to the Inngest server when the service starts, again and again until
/// it takes them.
@Component
final class InngestRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(InngestRegistration.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Optional<Settings> settings;
  private final Optional<ServeHandler> handler;
  private @Nullable Thread thread;

  InngestRegistration(EngineChoice choice, ServedFunctions functions) {
    settings = choice.inngest().settings();
    handler = functions.handler();
  }

  // From here on the server can call back.
  @EventListener
  void begin(WebServerInitializedEvent event) {
    if (handler.isEmpty()) {
      return;
    }
    // A server elsewhere would be told an address that means itself.
    boolean isReachable =
        settings.filter(set -> set.serveOrigin().isPresent() || isOnThisMachine(set)).isPresent();
    if (isReachable) {
      var url =
          URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + ServedFunctions.PATH);
      thread =
          Thread.ofVirtual().name("inngest-registration").start(() -> register(handler.get(), url));
    } else {
      LOG.warn(
          "the functions are not registered: set INNGEST_SERVE_ORIGIN to the service's public"
              + " address, or sync the app in Inngest's dashboard with https://…{}",
          ServedFunctions.PATH);
    }
  }

  private static boolean isOnThisMachine(Settings settings) {
    String host = String.valueOf(settings.apiOrigin().getHost());
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static void register(ServeHandler handler, URI url) {
    Duration pause = FIRST_PAUSE;
    while (!isRegistered(handler, url, pause)) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  private static boolean isRegistered(ServeHandler handler, URI url, Duration pause) {
    try {
      boolean isChanged = handler.register(url);
      LOG.info("functions registered at Inngest: changed={}", isChanged);
      return true;
    } catch (ServerException e) {
      LOG.warn("functions not registered, next try in {} s: {}", pause.toSeconds(), e.getMessage());
      return false;
    }
  }

  @PreDestroy
  void end() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
