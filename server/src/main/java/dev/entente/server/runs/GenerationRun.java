package dev.entente.server.runs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.entente.matching.criteria.Calibration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One pass over all active job postings, or over some, as it is recorded and shown.
///
/// @param startedBy who asked for it
/// @param startedAt null while it is queued
/// @param finishedAt null until it has ended
/// @param asOf the instant that its scores are as of; null while it is queued
/// @param calibration null until all results were summed
/// @param weights of postings that set none, by criterion
/// @param engineVersion of the formulas
/// @param aliasVersion of the tables of names
/// @param candidates that were read
/// @param leftOut how many of the candidates were left out, because they could not be read
/// @param matchings that the lists name
/// @param failures the first thousand of what could not be ranked, postings before candidates; null
///   in lists
/// @param error why nothing could be ranked, or who has cancelled it; null otherwise
public record GenerationRun(
    UUID id,
    RunKind kind,
    RunStatus status,
    String startedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant asOf,
    @Nullable Calibration calibration,
    Map<String, Integer> weights,
    String engineVersion,
    String aliasVersion,
    Postings postings,
    Chunks chunks,
    int candidates,
    int leftOut,
    int matchings,
    Phases phases,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Failure> failures,
    @Nullable String error) {
  /// Tells whether its scores are those of the formulas and tables of names of this process.
  @JsonIgnore
  public boolean isOfTheseVersions() {
    return engineVersion.equals(RunVersions.engine()) && aliasVersion.equals(RunVersions.aliases());
  }

  /// How many active postings there are, how many lists were written, and how many failed; one that
  /// is active no more when its turn comes is neither.
  public record Postings(int total, int written, int failed) {}

  /// How many parts it has, how many of them were done, and how many given up: each is a step of
  /// its own.
  public record Chunks(int total, int done, int failed) {}

  /// How long each part took, in milliseconds.
  public record Phases(long load, long rank, long write) {
    /// Several chunks load, rank and write at once: the time of all is shared out by how long each
    /// part kept the threads.
    ///
    /// @param all from the start on, in milliseconds
    public Phases within(long all) {
      long threads = load + rank + write;
      if (threads == 0 || all <= 0) {
        return new Phases(Math.max(all, 0), 0, 0);
      }
      long ranking = all * rank / threads;
      long writing = all * write / threads;
      return new Phases(all - ranking - writing, ranking, writing);
    }
  }

  /// A posting that keeps the rows it had, or a candidate who was left out; exactly one is named.
  public record Failure(
      @Nullable String jobPostingId, @Nullable String candidateId, String reason) {
    /// A posting that keeps its rows.
    public static Failure posting(String id, String reason) {
      return new Failure(id, null, reason);
    }

    /// Tells whether a posting is named.
    @JsonIgnore
    public boolean isOfAPosting() {
      return jobPostingId != null;
    }

    /// A candidate who was left out.
    public static Failure candidate(String id, String reason) {
      return new Failure(null, id, reason);
    }
  }
}
