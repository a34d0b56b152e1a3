package dev.entente.server;

import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.doctor.settings.SettingsInForce;
import dev.entente.server.reasons.work.WritingModel;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/// The service while it runs: its database, if it is ours, and all its parts.
final class RunningService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);

  private final ServiceOptions options;
  private final ServiceDatabase database;
  private final ConfigurableApplicationContext parts;
  private final ServiceFile file;

  private RunningService(
      ServiceOptions options, ServiceDatabase database, ConfigurableApplicationContext parts) {
    this.options = options;
    this.database = database;
    this.parts = parts;
    file = ServiceFile.ofThisProcess(url());
  }

  /// The same with nothing set but what the options say.
  static RunningService start(ServiceOptions options, Terminal terminal) {
    return start(options, Settings.ofEnvironment(Map.of()), terminal);
  }

  /// Starts the database, then all parts; returns when requests are answered.
  ///
  /// @param settings that the options were read from, to be shown and examined
  /// @throws CommandFailure that says what is in the way
  static RunningService start(ServiceOptions options, Settings settings, Terminal terminal) {
    options.requireFreePort(terminal.messages());
    ServiceDatabase database = ServiceDatabase.open(options, terminal);
    try {
      var service =
          new RunningService(options, database, parts(options, settings, database, terminal));
      service.announce();
      return service;
    } catch (RuntimeException e) {
      database.close();
      throw e instanceof CommandFailure ? e : failure(e, options, terminal.messages());
    }
  }

  private static ConfigurableApplicationContext parts(
      ServiceOptions options, Settings settings, ServiceDatabase database, Terminal terminal) {
    var application = new SpringApplication(EntenteApplication.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(options, database));
    application.addInitializers(
        context -> {
          var beans = context.getBeanFactory();
          beans.registerSingleton("clock", new Ticks(terminal.clock()));
          beans.registerSingleton("nanoTime", terminal.nanoTime());
          beans.registerSingleton("access", options.access());
          beans.registerSingleton("engineChoice", options.engine());
          beans.registerSingleton("nightSchedule", options.nights().schedule());
          beans.registerSingleton("nightSettings", options.nights());
          beans.registerSingleton("alertSettings", options.alerts());
          beans.registerSingleton("reasonPolicy", options.reasons().policy());
          beans.registerSingleton("spendingSettings", options.reasons().spending());
          beans.registerSingleton("settingsInForce", new SettingsInForce(settings));
          beans.registerSingleton(
              "installation", new OwnInstallation(options, settings, terminal, () -> url(context)));
          ((GenericApplicationContext) context)
              .registerBean(WritingModel.class, options.reasons()::writing);
        });
    return application.run();
  }

  private static Map<String, Object> properties(ServiceOptions options, ServiceDatabase database) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", options.port());
    properties.put("server.address", options.address());
    // Whoever needs no key must not be able to say where a request comes from.
    properties.put(
        "server.forward-headers-strategy", options.access().isKeyed() ? "native" : "none");
    properties.put("logging.file.name", database.folder().resolve("entente.log").toString());
    properties.put("spring.datasource.url", database.jdbcUrl());
    database.user().ifPresent(user -> properties.put("spring.datasource.username", user));
    database.password().ifPresent(word -> properties.put("spring.datasource.password", word));
    return properties;
  }

  private static CommandFailure failure(
      RuntimeException e, ServiceOptions options, Messages messages) {
    LOG.error("start failed", e);
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException busy) {
        return CommandFailure.failed(
            messages.text("serve.port.busy", String.valueOf(busy.getPort())));
      }
    }
    String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    return options
        .database()
        .map(url -> ServiceDatabase.refused(url, reason, messages))
        .orElseGet(() -> CommandFailure.failed(messages.text("serve.failed", reason)));
  }

  private void announce() {
    try {
      file.write(options.dataFolder());
    } catch (IOException e) {
      LOG.warn("other commands will not find this service by themselves: {}", e.toString());
    }
  }

  /// Where it answers on this machine.
  URI url() {
    return url(parts);
  }

  private static URI url(ApplicationContext parts) {
    WebServer web = Objects.requireNonNull(((WebServerApplicationContext) parts).getWebServer());
    return URI.create("http://127.0.0.1:" + web.getPort());
  }

  /// A part of it.
  <T> T part(Class<T> type) {
    return parts.getBean(type);
  }

  /// Finishes what is going on, then stops all.
  @Override
  public void close() {
    parts.close();
    database.close();
    try {
      file.delete(options.dataFolder());
    } catch (IOException e) {
      LOG.warn("the service's address stays behind: {}", e.toString());
    }
  }

  /// The clock as a part of its own: Spring looks for parts by type.
  private record Ticks(InstantSource clock) implements InstantSource {
    @Override
    public Instant instant() {
      return clock.instant();
    }
  }
}
