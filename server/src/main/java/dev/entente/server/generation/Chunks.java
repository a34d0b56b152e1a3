package dev.entente.server.generation;

import java.util.ArrayList;
import java.util.List;

/// How a run's postings are shared out: each chunk is a step of its own.
final class Chunks {
  private static final int USUAL = 250;

  // An engine keeps the result of each step, and a function has at most a thousand of them.
  private static final int MOST = 500;

  private Chunks() {}

  /// Cuts postings into chunks, in their order.
  static List<List<String>> of(List<String> postingIds) {
    int size = Math.max(USUAL, Math.ceilDiv(postingIds.size(), MOST));
    return of(postingIds, size);
  }

  /// Cuts a list into parts.
  ///
  /// @param size of each but the last, at least 1
  static List<List<String>> of(List<String> all, int size) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
    }
    return parts;
  }
}
