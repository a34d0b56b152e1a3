package dev.entente.server.engine;

import dev.entente.durable.engine.DurableEngine;
import dev.entente.durable.engine.EngineSettings;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Surroundings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the engine that was chosen in its place.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);

  // As many chunks as rank at once, and one for what comes next.
  private static final int THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int NAME = 13;

  @Bean
  Instance instance() {
    String chance = UUID.randomUUID().toString().substring(0, NAME);
    return new Instance(ProcessHandle.current().pid() + "-" + chance);
  }

  @Bean
  FunctionEngine functionEngine(
      EngineChoice choice,
      DataSource database,
      ObjectProvider<InngestFunction> functions,
      InstantSource clock,
      Instance instance) {
    LOG.info("functions run on: engine={} because={}", choice.name(), choice.reason());
    Optional<Settings> inngest = choice.inngest().settings();
    if (inngest.isPresent()) {
      return new InngestEngine(inngest(inngest.get(), clock), Dashboard.of(inngest.get()));
    }
    EngineSettings settings =
        EngineSettings.usual()
            .with(clock)
            .named(instance.name())
            .withThreads(THREADS)
            .withPatience(PATIENCE);
    return new EmbeddedEngine(new DurableEngine(database, settings), functions::stream);
  }

  /// The app as an Inngest server knows it.
  static Inngest inngest(Settings settings, InstantSource clock) {
    var surroundings = new Surroundings(clock, new SecureRandom(), Thread::sleep);
    return new Inngest(FunctionEngine.APP, settings, surroundings);
  }
}
