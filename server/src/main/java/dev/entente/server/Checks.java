package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Terminal;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Web;
import dev.entente.server.doctor.Witnesses;
import dev.entente.server.doctor.database.DatabaseCheck;
import dev.entente.server.doctor.database.Probe;
import dev.entente.server.doctor.database.StoredSchema;
import dev.entente.server.doctor.inngest.InngestCheck;
import dev.entente.server.doctor.inngest.InngestOff;
import dev.entente.server.doctor.outside.AlertsCheck;
import dev.entente.server.doctor.outside.GeminiCheck;
import dev.entente.server.doctor.outside.ModelCheck;
import dev.entente.server.doctor.service.EndpointCheck;
import dev.entente.server.doctor.service.FolderCheck;
import dev.entente.server.doctor.service.LogCheck;
import dev.entente.server.doctor.service.ServiceCheck;
import dev.entente.server.doctor.settings.SettingsCheck;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.InngestAccess;
import dev.entente.server.runs.NightSchedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The checks of the doctor, in the order in which they are told.
final class Checks {
  private static final List<StoredSchema> SCHEMAS =
      List.of(
          new StoredSchema("entente", "classpath:db/migration"),
          new StoredSchema("durable", "classpath:dev/entente/durable/schema"));

  private final Settings settings;
  private final Path folder;
  private final Premises premises;
  private final Terminal terminal;
  private final Witnesses witnesses;
  private final Web web;

  // What runs on this machine has no other clock.
  private final Web ownWeb;

  /// The checks of what is installed, whether it runs or not.
  static Checks ofInstalled(Settings settings, Terminal terminal, Witnesses witnesses) {
    var premises = Premises.of(settings, terminal.messages());
    return new Checks(settings, settings.dataFolder(), premises, terminal, witnesses);
  }

  /// The checks of a service that runs.
  static Checks ofRunning(
      Settings settings, Premises premises, Terminal terminal, Witnesses witnesses) {
    return new Checks(settings, premises.folder(), premises, terminal, witnesses);
  }

  private Checks(
      Settings settings, Path folder, Premises premises, Terminal terminal, Witnesses witnesses) {
    this.settings = settings;
    this.folder = folder;
    this.premises = premises;
    this.terminal = terminal;
    this.witnesses = witnesses;
    web = new Web(terminal.clock(), witnesses);
    ownWeb = new Web(terminal.clock(), new Witnesses());
  }

  List<Check> all() {
    List<InngestFunction> functions = DeclaredFunctions.of(night());
    Optional<InngestAccess> access = access();
    var inngest = access.flatMap(InngestAccess::settings);
    return List.of(
        new SettingsCheck(settings, this::refusal),
        new ServiceCheck(folder, ownWeb),
        new FolderCheck(folder),
        new LogCheck(premises.logFolder(), terminal.clock()),
        new DatabaseCheck(
            settings, premises.folder(), new Probe(SCHEMAS, terminal.clock(), witnesses)),
        inngest
            .<Check>map(set -> new InngestCheck(FunctionEngine.APP, set, functions, web))
            .orElseGet(() -> new InngestOff(access.isPresent())),
        new EndpointCheck(premises.url(), inngest, functions, ownWeb, terminal.clock()),
        new GeminiCheck(settings, web),
        new ModelCheck(settings, web),
        new AlertsCheck(settings));
  }

  // What is set wrong is another check's.
  private NightSchedule night() {
    try {
      return NightSchedule.of(settings::get);
    } catch (IllegalArgumentException e) {
      return NightSchedule.USUAL;
    }
  }

  // Empty if what is set cannot be read.
  private Optional<InngestAccess> access() {
    if (settings.get("ENTENTE_ENGINE").filter("embedded"::equals).isPresent()) {
      return Optional.of(InngestAccess.OFF);
    }
    try {
      return Optional.of(InngestAccess.of(settings::get));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> refusal() {
    try {
      var _ = ServiceOptions.of(0, settings, terminal.messages());
      return Optional.empty();
    } catch (CommandFailure e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
