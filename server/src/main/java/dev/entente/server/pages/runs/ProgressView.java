package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// How far a run is that goes on; the page's script goes on from here.
///
/// @param phase `QUEUED`, `OPENING`, `RANKING` or `CLOSING`; `phaseWord` is for people
/// @param written lists so far, of `total`
/// @param failed postings so far
/// @param seconds since it began, or was asked for
/// @param elapsed the same in words
public record ProgressView(
    String id,
    String kind,
    String phase,
    String phaseWord,
    int written,
    int total,
    int failed,
    long seconds,
    String elapsed) {
  private enum Phase {
    QUEUED,
    OPENING,
    RANKING,
    CLOSING
  }

  /// Shows a run.
  ///
  /// @param now an instant while it goes on
  public static ProgressView of(GenerationRun run, Instant now, Wording wording) {
    Instant since = Objects.requireNonNullElse(run.startedAt(), run.requestedAt());
    Duration elapsed = Duration.between(since, now);
    String phase = phase(run).name();
    return new ProgressView(
        run.id().toString(),
        wording.text("run.kind." + run.kind()),
        phase,
        wording.text("phase." + phase),
        run.postings().written(),
        run.postings().total(),
        run.postings().failed(),
        Math.max(0, elapsed.toSeconds()),
        wording.duration(elapsed));
  }

  private static Phase phase(GenerationRun run) {
    GenerationRun.Chunks chunks = run.chunks();
    if (run.status() == RunStatus.QUEUED) {
      return Phase.QUEUED;
    }
    if (chunks.total() == 0) {
      return Phase.OPENING;
    }
    return chunks.done() + chunks.failed() < chunks.total() ? Phase.RANKING : Phase.CLOSING;
  }
}
