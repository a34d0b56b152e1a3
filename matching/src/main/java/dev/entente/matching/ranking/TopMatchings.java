package dev.entente.matching.ranking;

import dev.entente.matching.profile.CandidateId;
import java.util.List;
import java.util.PriorityQueue;

/// The k best matchings of one job posting while candidates stream by. Not thread-safe.
final class TopMatchings {
  /* A bounded binary heap with the weakest kept matching on top: a newcomer is compared with it and
   * usually refused in O(1); a replacement costs O(log k). See Knuth, TAOCP 3, 5.2.3. */
  private final int k;
  private final PriorityQueue<Matching> weakestFirst =
      new PriorityQueue<>(Matching.BEST_FIRST.reversed());

  TopMatchings(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, got: " + k);
    }
    this.k = k;
  }

  /// Tells whether a candidate with this total would be kept now.
  boolean admits(long total, CandidateId candidate) {
    if (weakestFirst.size() < k) {
      return true;
    }
    Matching weakest = weakestFirst.element();
    return total > weakest.total()
        || (total == weakest.total() && candidate.compareTo(weakest.candidate()) < 0);
  }

  void offer(Matching matching) {
    weakestFirst.add(matching);
    if (weakestFirst.size() > k) {
      weakestFirst.remove();
    }
  }

  List<Matching> bestFirst() {
    return weakestFirst.stream().sorted(Matching.BEST_FIRST).toList();
  }
}
