package dev.entente.server.nights;

import java.time.Instant;
import java.util.Optional;

/// What became of nights, as the ledger and the clock alone can tell.
///
/// A run counts for the night in which it began, whoever started it. One that failed is told until
/// a later one is completed; one that somebody cancelled counts for nothing. A night that was
/// missed is missed until a run that began in it or later is completed.
///
/// @param since when nights began to be expected
record Nights(NightSettings settings, Instant since, NightLedger ledger) {
  /// The state at an instant.
  NightState at(Instant now) {
    Optional<Night> due = settings.latestDue(now, since);
    Optional<NightRun> last = ledger.findLastEnded(due.map(Night::begin).orElse(Instant.EPOCH));
    if (last.isPresent()) {
      Night night = settings.latestBegun(last.get().startedAt());
      return new NightState(status(last.get()), night, last, settings.next(now));
    }
    return due.map(missed -> new NightState(NightStatus.MISSED, missed, last, settings.next(now)))
        .orElseGet(() -> beforeTheFirst(now));
  }

  private NightStatus status(NightRun run) {
    if (!run.isCompleted()) {
      return NightStatus.FAILED;
    }
    if (!run.isWhole()) {
      return NightStatus.PARTIAL;
    }
    return ledger.isRunning() ? NightStatus.RUNNING : NightStatus.FINE;
  }

  private NightState beforeTheFirst(Instant now) {
    Optional<Night> next = settings.next(now);
    Night begun = settings.latestBegun(now);
    if (ledger.isRunning()) {
      return new NightState(NightStatus.RUNNING, begun, Optional.empty(), next);
    }
    return next.map(night -> new NightState(NightStatus.AWAITED, night, Optional.empty(), next))
        .orElseGet(() -> new NightState(NightStatus.OFF, begun, Optional.empty(), next));
  }
}
