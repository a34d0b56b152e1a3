package dev.entente.server.pages.runs;

import dev.entente.server.nights.NightRun;
import dev.entente.server.nights.PastNight;
import dev.entente.server.pages.wording.Wording;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// A night of the chart, and a row of the table that says the same.
///
/// @param date in the zone of nights
/// @param day the same in words
/// @param outcome a [PastNight.Outcome], for styles; `word` is for people
/// @param seconds how long its run took; 0 if it has none
/// @param took the same in words
/// @param lists written, of how many
/// @param failures postings that failed
/// @param run its id; empty if it has none
record ChartNight(
    LocalDate date,
    String day,
    String outcome,
    String word,
    double seconds,
    String took,
    String lists,
    String failures,
    String run) {
  private static final double MILLIS = 1_000;

  static ChartNight of(PastNight past, Wording wording) {
    Optional<NightRun> run = past.run();
    Duration took = run.map(ChartNight::took).orElse(Duration.ZERO);
    return new ChartNight(
        past.night().date(),
        wording.day(past.night().date().atStartOfDay().toInstant(ZoneOffset.UTC)),
        past.outcome().name(),
        wording.text("outcome." + past.outcome()),
        took.toMillis() / MILLIS,
        run.isPresent() ? wording.duration(took) : "",
        run.map(one -> lists(one, wording)).orElse(""),
        run.map(one -> wording.whole(one.failed())).orElse(""),
        run.map(one -> one.id().toString()).orElse(""));
  }

  private static Duration took(NightRun run) {
    Duration took = Duration.between(run.startedAt(), run.finishedAt());
    return took.isNegative() ? Duration.ZERO : took;
  }

  private static String lists(NightRun run, Wording wording) {
    return wording.text("page.of", wording.whole(run.written()), wording.whole(run.postings()));
  }

  /// Tells whether there is anything to say of it.
  boolean isTold() {
    return !outcome.equals(PastNight.Outcome.NONE.name());
  }
}
