package dev.entente.server.pages.operations;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.server.doctor.Installation;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody needs to report a defect: versions, and where what is.
@Component
final class InstallationFacts {
  private final Installation installation;
  private final FunctionEngine engine;
  private final JdbcClient database;

  InstallationFacts(Installation installation, FunctionEngine engine, JdbcClient database) {
    this.installation = installation;
    this.engine = engine;
    this.database = database;
  }

  /// A name and what it is.
  record Fact(String name, String value) {}

  List<Fact> list(Wording wording) {
    Installation.Started started = installation.started();
    return List.of(
        fact("version", started.version(), wording),
        fact("java", property("java.runtime.version") + " · " + property("java.vendor"), wording),
        fact("system", property("os.name") + " · " + property("os.arch"), wording),
        fact("postgresql", postgresql(), wording),
        fact("formulas", String.valueOf(Criteria.VERSION), wording),
        fact("aliases", Vocabulary.version(), wording),
        fact("engine", wording.text("ops.engine." + engine.name()), wording),
        fact("since", wording.moment(started.at()).shown(), wording),
        fact("port", String.valueOf(started.url().getPort()), wording),
        fact("folder", started.dataFolder().toString(), wording));
  }

  private static Fact fact(String name, String value, Wording wording) {
    return new Fact(wording.text("ops.fact." + name), value);
  }

  private static String property(String name) {
    return Optional.ofNullable(System.getProperty(name)).orElse("?");
  }

  private String postgresql() {
    return database.sql("SHOW server_version").query(String.class).single();
  }
}
