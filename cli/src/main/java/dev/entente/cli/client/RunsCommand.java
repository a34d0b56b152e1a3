package dev.entente.cli.client;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.cli.terminal.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A table of the latest generation runs, or all that is known of one.
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("started", "status", "by", "postings", "failed", "matchings", "time");

  private static final int LEFT_COLUMNS = 3;

  private final Terminal terminal;

  @Mixin private final ServiceOption at;

  @Parameters(arity = "0..1", paramLabel = "RUN", descriptionKey = "run")
  private @Nullable String id;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20")
  private int limit;

  RunsCommand(Terminal terminal, ServiceOption at) {
    this.terminal = terminal;
    this.at = at;
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw CommandFailure.wrongUsage(messages().text("runs.limit", String.valueOf(limit)));
    }
    return id == null ? list() : report(id);
  }

  private int report(String run) throws IOException {
    if (!Run.isId(run)) {
      throw CommandFailure.wrongUsage(messages().text("runs.id", run));
    }
    at.service().get("/api/runs/" + run, RunReport::of).print(terminal);
    return ExitCode.DONE;
  }

  private int list() throws IOException {
    List<Run> runs =
        at.service()
            .get(
                "/api/runs?limit=" + limit,
                body -> body.required("runs").valueStream().map(Run::of).toList());
    if (runs.isEmpty()) {
      terminal.give("runs.none");
      return ExitCode.DONE;
    }
    var table = new TextTable(LEFT_COLUMNS);
    table.add(COLUMNS.stream().map(column -> messages().text("runs." + column)).toList());
    runs.forEach(run -> table.add(row(run)));
    terminal.out().write(table.text().getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }

  private List<String> row(Run run) {
    return Stream.of(
            run.begun().truncatedTo(ChronoUnit.SECONDS),
            run.status(),
            run.startedBy(),
            run.postings().written() + "/" + run.postings().total(),
            run.postings().failed(),
            run.matchings(),
            run.time().map(time -> RunSummary.seconds(time, messages())).orElse("-"))
        .map(cell -> messages().text("runs.cell", cell))
        .toList();
  }

  private Messages messages() {
    return terminal.messages();
  }
}
