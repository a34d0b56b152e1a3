package dev.entente.matching.ranking;

import dev.entente.matching.profile.CandidateFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Candidates that wait to be ranked together, so that all processors can share the job postings.
///
/// A ranker is used by one thread at a time, and the order of candidates does not matter to it. One
/// that fails is left alone from then on, and the others go on. Not thread-safe itself.
///
/// @param <S> what facts are worked out from, in parallel
public final class RankingBatch<S> {
  private static final int SIZE = 512;

  private final List<PlainRanker> rankers;
  private final Function<S, Optional<CandidateFacts>> facts;
  private final List<S> waiting = new ArrayList<>(SIZE);
  private final Map<PlainRanker, RuntimeException> failures = new ConcurrentHashMap<>();

  /// @param rankers one a posting; used by this only until the last [#rank]; copied
  /// @param facts called by several threads; empty leaves a candidate out
  public RankingBatch(List<PlainRanker> rankers, Function<S, Optional<CandidateFacts>> facts) {
    this.rankers = List.copyOf(rankers);
    this.facts = facts;
  }

  /// Adds a candidate, and ranks those that wait when they are enough.
  public void add(S candidate) {
    waiting.add(candidate);
    if (waiting.size() == SIZE) {
      rank();
    }
  }

  /// Ranks those that wait.
  public void rank() {
    List<CandidateFacts> candidates =
        waiting.parallelStream().map(facts).flatMap(Optional::stream).toList();
    rankers.parallelStream().forEach(ranker -> offer(candidates, ranker));
    waiting.clear();
  }

  private void offer(List<CandidateFacts> candidates, PlainRanker ranker) {
    if (failures.containsKey(ranker)) {
      return;
    }
    try {
      candidates.forEach(ranker::offer);
    } catch (RuntimeException e) {
      failures.put(ranker, e);
    }
  }

  /// Why a ranker failed; empty if it did not.
  public Optional<RuntimeException> failure(PlainRanker ranker) {
    return Optional.ofNullable(failures.get(ranker));
  }
}
