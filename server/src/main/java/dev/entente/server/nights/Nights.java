package dev.entente.server.nights;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  /// The latest nights that have begun, the first one first.
  ///
  /// @param count how many, at least 1
  List<PastNight> past(Instant now, int count) {
    LocalDate last = settings.latestBegun(now).date();
    LocalDate first = last.minusDays(count - 1L);
    Map<LocalDate, NightRun> runs =
        ledger.listEnded(settings.night(first).begin()).stream()
            .collect(toMap(this::date, run -> run, (_, later) -> later));
    return first
        .datesUntil(last.plusDays(1))
        .map(settings::night)
        .map(night -> past(night, Optional.ofNullable(runs.get(night.date())), now))
        .toList();
  }

  private LocalDate date(NightRun run) {
    return settings.latestBegun(run.startedAt()).date();
  }

  private PastNight past(Night night, Optional<NightRun> run, Instant now) {
    PastNight.Outcome outcome =
        run.map(Nights::outcome)
            .orElse(
                settings.isDue(night, now, since)
                    ? PastNight.Outcome.MISSED
                    : PastNight.Outcome.NONE);
    return new PastNight(night, outcome, run);
  }

  private static PastNight.Outcome outcome(NightRun run) {
    if (!run.isCompleted()) {
      return PastNight.Outcome.FAILED;
    }
    return run.isWhole() ? PastNight.Outcome.FINE : PastNight.Outcome.PARTIAL;
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
