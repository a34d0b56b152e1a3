package dev.entente.cli.files;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.ranking.PlainRanker;
import java.util.ArrayList;
import java.util.List;

/// Candidates that wait to be ranked together, so that all processors can share the postings.
///
/// A ranker is used by one thread at a time, and the order of candidates does not matter to it.
final class Batch {
  private static final int SIZE = 512;

  private final List<PlainRanker> rankers;
  private final List<Candidate> waiting = new ArrayList<>(SIZE);

  Batch(List<PlainRanker> rankers) {
    this.rankers = rankers;
  }

  void add(Candidate candidate) {
    waiting.add(candidate);
    if (waiting.size() == SIZE) {
      rank();
    }
  }

  /// Ranks those that wait.
  void rank() {
    List<CandidateFacts> facts = waiting.parallelStream().map(CandidateFacts::of).toList();
    rankers.parallelStream().forEach(ranker -> facts.forEach(ranker::offer));
    waiting.clear();
  }
}
