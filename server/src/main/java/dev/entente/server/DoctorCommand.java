package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.StatusLine;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.doctor.Diagnosis;
import dev.entente.server.doctor.Doctor;
import dev.entente.server.doctor.Finding;
import dev.entente.server.doctor.JsonReport;
import dev.entente.server.doctor.Secrets;
import dev.entente.server.doctor.State;
import dev.entente.server.doctor.TextReport;
import dev.entente.server.doctor.Witnesses;
import dev.entente.server.doctor.settings.KnownSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Says of each part of an installation whether it works, what that means and what to do.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Settings> settings;
  private final boolean isColoured;

  @Option(names = "--json")
  private boolean isJson;

  /// @param isColoured whether standard output shows colours
  DoctorCommand(Terminal terminal, Supplier<Settings> settings, boolean isColoured) {
    this.terminal = terminal;
    this.settings = settings;
    this.isColoured = isColoured;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Diagnosis diagnosis = diagnosis();
    String report =
        isJson
            ? JsonReport.of(diagnosis)
            : new TextReport(terminal.messages(), isColoured).of(diagnosis);
    terminal.out().write(report.getBytes(StandardCharsets.UTF_8));
    return diagnosis.state() == State.BROKEN ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Diagnosis diagnosis() throws InterruptedException {
    try (var line = new StatusLine(terminal)) {
      line.show("doctor.running");
      Settings known = settings.get();
      var witnesses = new Witnesses();
      var doctor =
          new Doctor(terminal, new Secrets(KnownSettings.secrets(known)), ProductVersion.TEXT);
      return doctor.examine(Checks.ofInstalled(known, terminal, witnesses).all(), witnesses);
    } catch (CommandFailure e) {
      return unreadable(e);
    }
  }

  // Whatever else could be found would be found with other settings than those that are meant.
  private Diagnosis unreadable(CommandFailure e) {
    var finding =
        new Finding(
            "settings",
            State.BROKEN,
            String.valueOf(e.getMessage()),
            Optional.of(terminal.messages().text("doctor.files.advice")));
    Instant now = terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new Diagnosis(ProductVersion.TEXT, now, List.of(finding));
  }
}
