package dev.entente.server.pages.runs.report;

import dev.entente.server.pages.runs.Fact;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import dev.entente.server.runs.GenerationRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a run has done, in numbers.
///
/// @param counts candidates, lists and so on
/// @param phases how its time was spent; none before it has any
/// @param weights of postings that set none
/// @param versions of what its scores depend on
/// @param asOf what its scores are as of; null while it is queued
record FactsView(
    List<Fact> counts,
    List<Phase> phases,
    List<Fact> weights,
    List<Fact> versions,
    @Nullable Moment asOf) {
  private static final double WHOLE = 100;

  /// A share of a run's time.
  ///
  /// @param name for styles, `load`, `rank` or `write`
  /// @param x where it begins, in per cent of the whole
  /// @param width likewise
  record Phase(String name, String word, String x, String width, String took) {}

  static FactsView of(GenerationRun run, Wording wording) {
    Instant asOf = run.asOf();
    return new FactsView(
        counts(run, wording),
        phases(run.phases(), wording),
        run.weights().entrySet().stream()
            .map(
                weight ->
                    new Fact(
                        wording.text("criterion." + weight.getKey() + ".short"),
                        wording.percent(weight.getValue())))
            .toList(),
        List.of(
            new Fact(wording.text("page.facts.engine"), run.engineVersion()),
            new Fact(wording.text("page.facts.aliases"), run.aliasVersion())),
        asOf == null ? null : wording.moment(asOf));
  }

  private static List<Fact> counts(GenerationRun run, Wording wording) {
    GenerationRun.Postings postings = run.postings();
    return List.of(
        new Fact(
            wording.text("page.night.lists"),
            wording.text(
                "page.of", wording.whole(postings.written()), wording.whole(postings.total()))),
        new Fact(wording.text("page.facts.failed"), wording.whole(postings.failed())),
        new Fact(wording.text("page.night.candidates"), wording.whole(run.candidates())),
        new Fact(wording.text("page.facts.leftOut"), wording.whole(run.leftOut())),
        new Fact(wording.text("page.facts.matchings"), wording.whole(run.matchings())));
  }

  private static List<Phase> phases(GenerationRun.Phases phases, Wording wording) {
    long all = phases.load() + phases.rank() + phases.write();
    return all == 0
        ? List.of()
        : Stream.of(
                phase("load", 0, phases.load(), all, wording),
                phase("rank", phases.load(), phases.rank(), all, wording),
                phase("write", phases.load() + phases.rank(), phases.write(), all, wording))
            .toList();
  }

  private static Phase phase(String name, long before, long millis, long all, Wording wording) {
    return new Phase(
        name,
        wording.text("page.phase." + name),
        Span.percent(WHOLE * before / all),
        Span.percent(WHOLE * millis / all),
        wording.duration(Duration.ofMillis(millis)));
  }
}
