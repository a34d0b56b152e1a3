package dev.entente.server.pages.runs;

import dev.entente.server.nights.NightState;
import dev.entente.server.nights.NightStatus;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import dev.entente.server.runs.GenerationRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page shows of the latest night.
///
/// @param status for styles; `word` is for people
/// @param icon of the state, beside its word
/// @param sentence what became of the night
/// @param began of the run that counts for it; null where none is told
/// @param run its id; empty where none is told
record NightView(
    String status,
    String word,
    String icon,
    String sentence,
    @Nullable Moment began,
    List<Fact> facts,
    String run) {
  /// @param run that counts for the night; empty if none does, or another one goes on
  static NightView of(
      NightState state, String sentence, Optional<GenerationRun> run, Wording wording) {
    NightStatus status = state.status();
    return new NightView(
        status.name(),
        wording.text("night." + status),
        icon(status),
        sentence,
        run.map(NightView::began).map(wording::moment).orElse(null),
        run.map(one -> facts(one, wording)).orElse(List.of()),
        run.map(one -> one.id().toString()).orElse(""));
  }

  private static Instant began(GenerationRun run) {
    return Objects.requireNonNullElse(run.startedAt(), run.requestedAt());
  }

  private static String icon(NightStatus status) {
    return switch (status) {
      case FINE -> "circle-check";
      case PARTIAL -> "alert-triangle";
      case FAILED, MISSED -> "circle-x";
      case RUNNING, AWAITED, OFF -> "clock";
    };
  }

  private static List<Fact> facts(GenerationRun run, Wording wording) {
    GenerationRun.Postings postings = run.postings();
    String took =
        Optional.ofNullable(run.finishedAt())
            .map(end -> wording.duration(Duration.between(began(run), end)))
            .orElse("");
    return List.of(
        new Fact(wording.text("page.run.length"), took),
        new Fact(
            wording.text("page.night.lists"),
            wording.text(
                "page.of", wording.whole(postings.written()), wording.whole(postings.total()))),
        new Fact(
            wording.text("page.night.failures"), wording.whole(postings.failed() + run.leftOut())),
        new Fact(wording.text("page.night.candidates"), wording.whole(run.candidates())));
  }
}
