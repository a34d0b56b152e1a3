package dev.entente.server.generation;

import dev.entente.matching.ranking.Ranking;
import dev.entente.server.background.FailureReason;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.runs.ChunkLedger.Noteworthy;
import dev.entente.server.runs.ChunkLedger.Progress;
import dev.entente.server.runs.GenerationRun.Failure;
import dev.entente.server.runs.GenerationRun.Phases;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// What an attempt at a chunk has done until now. Of one thread.
final class ChunkTally {
  private static final long NANOS_OF_MILLI = 1_000_000;
  private static final long NANOS_OF_MICRO = 1_000;
  private static final int SLOWEST = 5;
  private static final int MOST_SCARCE = 50;

  private final LongSupplier nanoTime;
  private final long start;
  private final Map<String, Noteworthy> ranked = new HashMap<>();
  private final Map<String, String> failed = new TreeMap<>();
  private long loadNanos;
  private long rankNanos;
  private int candidates;
  private int lists;
  private int matchings;

  ChunkTally(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
  }

  void written(MatchingWriter.Written written) {
    lists += written.lists();
    matchings += written.matchings();
    written.failures().forEach((id, failure) -> failed.put(id, FailureReason.of(failure)));
  }

  void loaded(int all, long nanos) {
    candidates = all;
    loadNanos += nanos;
  }

  void counted(long nanos) {
    rankNanos += nanos;
  }

  /// Called again for a posting whose transaction was repeated.
  void ranked(Ranking ranking, long nanos) {
    rankNanos += nanos;
    Map<String, Integer> ineligible = new TreeMap<>();
    ranking.ineligible().forEach((reason, count) -> ineligible.put(reason.name(), count));
    String posting = ranking.posting().value();
    ranked.put(
        posting, new Noteworthy(posting, nanos / NANOS_OF_MICRO, ranking.eligible(), ineligible));
  }

  int candidates() {
    return candidates;
  }

  Progress soFar() {
    long all = nanoTime.getAsLong() - start;
    long write = Math.max(0, all - loadNanos - rankNanos);
    var phases =
        new Phases(loadNanos / NANOS_OF_MILLI, rankNanos / NANOS_OF_MILLI, write / NANOS_OF_MILLI);
    return new Progress(lists, failed.size(), matchings, phases);
  }

  List<Failure> failures() {
    return failed.entrySet().stream()
        .map(one -> Failure.posting(one.getKey(), one.getValue()))
        .toList();
  }

  /// The slowest postings, and those with few eligible candidates.
  List<Noteworthy> noteworthy() {
    Set<Noteworthy> all = new LinkedHashSet<>();
    ranked.values().stream()
        .sorted(Comparator.comparingLong(Noteworthy::rankMicros).reversed())
        .limit(SLOWEST)
        .forEach(all::add);
    ranked.values().stream()
        .filter(one -> one.eligible() < Noteworthy.ENOUGH)
        .limit(MOST_SCARCE)
        .forEach(all::add);
    return List.copyOf(all);
  }
}
