package dev.entente.matching.index;

import dev.entente.matching.numbers.Overlap;

/// Candidates whose bounds suffice while they wait to be scored one after the other. Not
/// thread-safe.
final class Finalists {
  /* Records lie all over the memory, and a cache miss takes longer than a score. Those of many are
   * touched at once, so that the processor fetches them side by side. */
  private static final int MOST = 64;

  private final CandidateRecords records;
  private final PreparedPosting posting;
  private final TopTotals top;
  private final RecordCursor cursor = new RecordCursor();
  private final int[] candidates = new int[MOST];
  private final Overlap[] overlaps = new Overlap[MOST];
  private final PreparedPosting.Bounds[] bounds = new PreparedPosting.Bounds[MOST];
  private int size;

  @SuppressWarnings("UnusedVariable") // written so that no compiler leaves the touching out
  private int touched;

  Finalists(Base base, PreparedPosting posting, TopTotals top) {
    records = base.records();
    this.posting = posting;
    this.top = top;
    for (int i = 0; i < MOST; i++) {
      bounds[i] = new PreparedPosting.Bounds(base.standings());
    }
  }

  /// Where the bounds of the next one go.
  PreparedPosting.Bounds nextBounds() {
    return bounds[size];
  }

  /// Adds a candidate, whose bounds are those of [#nextBounds].
  void add(int candidate, Overlap overlap) {
    candidates[size] = candidate;
    overlaps[size] = overlap;
    size++;
    if (size == MOST) {
      score();
    }
  }

  /// Scores all who wait.
  void score() {
    for (int i = 0; i < size; i++) {
      touched += records.touch(candidates[i]);
    }
    for (int i = 0; i < size; i++) {
      if (bounds[i].sum() >= top.least()) {
        score(i);
      }
    }
    size = 0;
  }

  private void score(int place) {
    records.read(candidates[place], cursor);
    top.offer(
        posting.total(overlaps[place], cursor, bounds[place], top.least()), candidates[place]);
  }
}
