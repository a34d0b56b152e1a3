package dev.entente.server.runs.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.GenerationRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run with all that is known of it.
///
/// @param run its fields are among those of the report
/// @param steps in the order of the function; none while it is queued; null where the engine keeps
///   them elsewhere, or not any more
/// @param parts of its postings, each ranked by a step of its own
/// @param slowest the postings that took longest, at most 20, the slowest first; none of a part
///   that is not done
/// @param scarce postings with fewer than 5 eligible candidates, at most 1,000, those with fewest
///   first
public record RunReport(
    @JsonUnwrapped GenerationRun run,
    Engine engine,
    @Nullable List<EngineStep> steps,
    List<Part> parts,
    List<Slow> slowest,
    List<Scarce> scarce) {
  /// Who does it.
  ///
  /// @param name of the engine in use, `embedded` or `inngest`
  /// @param run the engine's id of it; null while it is queued
  /// @param where how to look there, if not here
  /// @param error what the engine's run failed of; null if it did not, or is kept elsewhere
  public record Engine(
      String name,
      @Nullable String run,
      @Nullable String where,
      EngineStep.@Nullable StepError error) {}

  /// A part of a run's postings.
  ///
  /// @param attempt the number of the latest; 0 if none has begun
  /// @param instance the process that made it
  /// @param postings how many it has
  /// @param error why the latest attempt broke off
  public record Part(
      int number,
      ChunkLedger.Status status,
      int attempt,
      @Nullable String instance,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int postings,
      int written,
      int failed,
      int matchings,
      GenerationRun.Phases phases,
      @Nullable String error) {
    static Part of(ChunkLedger.Chunk chunk) {
      ChunkLedger.Progress progress = chunk.progress();
      return new Part(
          chunk.number(),
          chunk.status(),
          chunk.attempt(),
          chunk.instance(),
          chunk.startedAt(),
          chunk.finishedAt(),
          chunk.postingIds().size(),
          progress.written(),
          progress.failed(),
          progress.matchings(),
          progress.phases(),
          chunk.error());
    }
  }

  /// A posting that took long.
  ///
  /// @param rankMillis how long ranking it took, in milliseconds with three decimals
  public record Slow(String jobPostingId, BigDecimal rankMillis) {}

  /// A posting with few eligible candidates.
  ///
  /// @param ineligible how many candidates each rule has kept out
  public record Scarce(String jobPostingId, int eligible, Map<String, Integer> ineligible) {}
}
