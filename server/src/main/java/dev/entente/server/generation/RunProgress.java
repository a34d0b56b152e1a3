package dev.entente.server.generation;

import dev.entente.server.background.FailureReason;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.rankings.UnreadableDocumentException;
import dev.entente.server.runs.GenerationRun.Failure;
import dev.entente.server.runs.GenerationRun.Phases;
import dev.entente.server.runs.RunLedger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// How far a run is. Shared by the threads that write its lists.
final class RunProgress {
  private static final long NANOS_OF_MILLI = 1_000_000;

  private final int postings;
  private final int candidates;
  private final LongSupplier nanoTime;
  private final long loaded;
  private final long loadNanos;
  private final Map<String, String> failed = new LinkedHashMap<>();
  private final List<Failure> leftOut = new ArrayList<>();
  private long rankNanos;
  private int lists;
  private int matchings;

  /// @param postings to be ranked
  /// @param candidates to choose from
  /// @param start when reading them began
  RunProgress(int postings, int candidates, LongSupplier nanoTime, long start) {
    this.postings = postings;
    this.candidates = candidates;
    this.nanoTime = nanoTime;
    loaded = nanoTime.getAsLong();
    loadNanos = loaded - start;
  }

  synchronized void written(MatchingWriter.Written written) {
    lists += written.lists();
    matchings += written.matchings();
    written.failures().forEach((id, failure) -> failed.put(id, FailureReason.of(failure)));
  }

  synchronized void leftOut(String candidate, String problem) {
    leftOut.add(Failure.candidate(candidate, UnreadableDocumentException.said(problem)));
  }

  synchronized void ranked(long nanos) {
    rankNanos += nanos;
  }

  synchronized List<Failure> failures() {
    List<Failure> all = new ArrayList<>(leftOut);
    failed.forEach((posting, reason) -> all.add(Failure.posting(posting, reason)));
    return all;
  }

  /// Ranking and writing go on at once: the time since the candidates were read is shared out by
  /// how long each kept the threads.
  synchronized RunLedger.Progress soFar() {
    long since = nanoTime.getAsLong() - loaded;
    long ranking = Math.min(since, rankNanos / RunWriter.THREADS);
    var phases =
        new Phases(
            loadNanos / NANOS_OF_MILLI,
            ranking / NANOS_OF_MILLI,
            (since - ranking) / NANOS_OF_MILLI);
    return new RunLedger.Progress(postings, candidates, lists, matchings, phases);
  }

  @Override
  public synchronized String toString() {
    return "postings=%d written=%d failed=%d matchings=%d"
        .formatted(postings, lists, failed.size(), matchings);
  }
}
