package dev.entente.cli.client;

import dev.entente.cli.client.Run.Failure;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;

/// What a person should know of a run that has ended.
final class RunSummary {
  private static final int SHOWN_FAILURES = 20;
  private static final double MILLIS_PER_SECOND = 1_000;

  private RunSummary() {}

  /// Gives the counts on standard output and says on standard error what failed.
  ///
  /// @throws IOException if standard output cannot be written
  static void print(Run run, Terminal terminal) throws IOException {
    terminal.give(
        "run.summary",
        run.id(),
        run.status(),
        run.postings().written(),
        run.postings().total(),
        run.matchings());
    Messages messages = terminal.messages();
    String phases =
        run.phases().stream()
            .map(phase -> phase.name() + " " + seconds(phase.time(), messages))
            .collect(Collectors.joining(", "));
    if (!phases.isEmpty()) {
      terminal.give("run.phases", phases);
    }
    sayFailures(run, terminal);
  }

  private static void sayFailures(Run run, Terminal terminal) {
    run.failures().stream().limit(SHOWN_FAILURES).forEach(failure -> say(failure, terminal));
    long more = run.failed() - Math.min(SHOWN_FAILURES, run.failures().size());
    if (more > 0) {
      terminal.say("run.moreFailures", more);
    }
  }

  private static void say(Failure failure, Terminal terminal) {
    terminal.say(
        failure.isOfAPosting() ? "run.failedPosting" : "run.failedCandidate",
        failure.id(),
        failure.reason());
  }

  /// A time in seconds, with one decimal.
  static String seconds(Duration time, Messages messages) {
    return messages.text("run.seconds", time.toMillis() / MILLIS_PER_SECOND);
  }
}
