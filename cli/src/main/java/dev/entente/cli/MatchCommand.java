package dev.entente.cli;

import dev.entente.cli.files.FileMode;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import dev.entente.documents.Instants;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// File mode: candidates and postings in, matchings out.
@Command(name = "match")
final class MatchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--candidates", required = true, paramLabel = "F")
  private Path candidates = Path.of("");

  @Option(names = "--postings", required = true, paramLabel = "F")
  private Path postings = Path.of("");

  @Option(names = "--as-of", paramLabel = "I")
  private @Nullable String asOf;

  @Option(names = "--top", paramLabel = "N", defaultValue = "50")
  private int top;

  @Option(names = "--out", paramLabel = "F")
  private @Nullable Path out;

  @Option(names = "--skip-invalid")
  private boolean skipInvalid;

  MatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (top < 1) {
      throw CommandFailure.wrongUsage(
          terminal.messages().text("match.top.range", String.valueOf(top)));
    }
    Instant now = terminal.clock().instant();
    FileMode.run(
        new FileMode.Request(
            candidates, postings, now, asOf(now), top, Optional.ofNullable(out), skipInvalid),
        terminal);
    return ExitCode.DONE;
  }

  private Instant asOf(Instant now) {
    if (asOf == null) {
      Instant second = now.truncatedTo(ChronoUnit.SECONDS);
      terminal.say("match.asOf.clock", second);
      return second;
    }
    try {
      return Instants.parse(asOf);
    } catch (DateTimeException e) {
      throw CommandFailure.wrongUsage(terminal.messages().text("match.asOf.form", asOf));
    }
  }
}
