package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import dev.entente.server.runs.GenerationRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a page shows of a generation run.
///
/// @param kind what it is over, a word
/// @param startedBy who asked for it, a word
/// @param status for styles; `statusWord` is for people
/// @param took how long it took; empty while it runs
/// @param lists how many were written of how many, in a sentence
/// @param failed how many postings or candidates could not be ranked, in a sentence; empty for none
/// @param failures the first of them
/// @param error why nothing could be ranked; empty otherwise
public record RunView(
    String id,
    String kind,
    String startedBy,
    boolean hasEnded,
    String status,
    String statusWord,
    Moment started,
    String took,
    String lists,
    String failed,
    List<GenerationRun.Failure> failures,
    String error) {
  private static final int FAILURES = 20;

  public static RunView of(GenerationRun run, Wording wording) {
    GenerationRun.Postings postings = run.postings();
    int failed = postings.failed() + run.leftOut();
    Instant begun = Objects.requireNonNullElse(run.startedAt(), run.requestedAt());
    return new RunView(
        run.id().toString(),
        wording.text("run.kind." + run.kind()),
        wording.word("run.by", run.startedBy()),
        run.status().hasEnded(),
        run.status().name(),
        wording.text("run." + run.status()),
        wording.moment(begun),
        Optional.ofNullable(run.finishedAt())
            .map(end -> wording.duration(Duration.between(begun, end)))
            .orElse(""),
        wording.text(
            "page.run.lists",
            postings.written(),
            postings.total(),
            run.candidates(),
            run.matchings()),
        failed == 0 ? "" : wording.text("page.run.failures", failed),
        failures(run),
        Objects.requireNonNullElse(run.error(), ""));
  }

  private static List<GenerationRun.Failure> failures(GenerationRun run) {
    List<GenerationRun.Failure> failures = run.failures();
    return failures == null ? List.of() : failures.stream().limit(FAILURES).toList();
  }
}
