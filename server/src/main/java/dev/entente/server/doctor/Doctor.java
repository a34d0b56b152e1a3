package dev.entente.server.doctor;

import dev.entente.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Makes all checks, those that need nothing of each other at once.
///
/// None is waited for longer than [#PATIENCE]: then what it has noted counts, and that it did not
/// end.
public final class Doctor {
  static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Terminal terminal;
  private final Secrets secrets;
  private final String version;

  /// @param terminal whose clock is examined too
  /// @param secrets that no finding may show
  /// @param version of the program
  public Doctor(Terminal terminal, Secrets secrets, String version) {
    this.terminal = terminal;
    this.secrets = secrets;
    this.version = version;
  }

  private record Going(Check check, Notes notes, Thread thread) {}

  /// Makes the checks, then compares the clocks that they have seen.
  ///
  /// @return the findings in the order of the checks
  /// @throws InterruptedException if nobody waits for them any more
  public Diagnosis examine(List<Check> checks, Witnesses witnesses) throws InterruptedException {
    Instant at = terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    List<Notes> all = examineAll(checks);
    List<Notes> clock = examineAll(List.of(new ClockCheck(terminal.clock(), witnesses)));
    return new Diagnosis(
        version,
        at,
        Stream.concat(all.stream(), clock.stream())
            .flatMap(notes -> notes.findings().stream())
            .map(this::withoutSecrets)
            .toList());
  }

  private List<Notes> examineAll(List<Check> checks) throws InterruptedException {
    long end = terminal.nanoTime().getAsLong() + PATIENCE.toNanos();
    List<Going> all = checks.stream().map(this::begin).toList();
    for (Going going : all) {
      long left = Math.max(1, end - terminal.nanoTime().getAsLong());
      if (!going.thread().join(Duration.ofNanos(left))) {
        going.notes().warn(going.check().id(), "slow", PATIENCE.toSeconds());
        going.thread().interrupt();
      }
    }
    return all.stream().map(Going::notes).toList();
  }

  private Going begin(Check check) {
    var notes = new Notes(terminal.messages());
    return new Going(check, notes, Thread.startVirtualThread(() -> examine(check, notes)));
  }

  // One check that fails must not keep the others from being read.
  private static void examine(Check check, Notes notes) {
    try {
      check.examine(notes);
    } catch (RuntimeException e) {
      notes.warn(check.id(), "defect", e.getClass().getSimpleName());
    }
  }

  private Finding withoutSecrets(Finding finding) {
    return new Finding(
        finding.id(),
        finding.state(),
        secrets.hiddenIn(finding.message()),
        finding.advice().map(secrets::hiddenIn));
  }
}
