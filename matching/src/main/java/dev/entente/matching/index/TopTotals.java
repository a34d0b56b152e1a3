package dev.entente.matching.index;

import java.util.Arrays;

/// The k best totals while candidates stream by, ties by candidate id. Not thread-safe.
final class TopTotals {
  /* The heap of TopMatchings with numbers for objects: the weakest on top (Knuth, TAOCP 3, 5.2.3). */
  private static final int FIRST_SIZE = 128;

  /// Below each total that there can be.
  static final long NONE = -1;

  private final int k;
  private final long floor;
  private final IdOrder ids;
  private long[] totals;
  private int[] candidates;
  private int size;

  /// The order of candidates by id.
  interface IdOrder {
    int compare(int candidate, int other);
  }

  /// @param floor total below which nobody is taken; everybody is for [#NONE] or less
  /// @throws IllegalArgumentException if `k` is below 1
  TopTotals(int k, long floor, IdOrder ids) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, got: " + k);
    }
    this.k = k;
    this.floor = floor;
    this.ids = ids;
    totals = new long[Math.min(k, FIRST_SIZE)];
    candidates = new int[totals.length];
  }

  /// A total below this is not among the k best; one that equals it may be.
  long least() {
    return size < k ? floor : totals[0];
  }

  /// How many there are, at most k.
  int size() {
    return size;
  }

  void offer(long total, int candidate) {
    if (total < least()) {
      return;
    }
    if (size < k) {
      grow();
      size++;
      siftUp(total, candidate);
    } else if (isWeaker(totals[0], candidates[0], total, candidate)) {
      siftDown(total, candidate);
    }
  }

  private void grow() {
    if (size == totals.length) {
      int larger = Math.min(k, 2 * size);
      totals = Arrays.copyOf(totals, larger);
      candidates = Arrays.copyOf(candidates, larger);
    }
  }

  private void siftUp(long total, int candidate) {
    int place = size - 1;
    while (place > 0) {
      int parent = (place - 1) / 2;
      if (!isWeaker(total, candidate, totals[parent], candidates[parent])) {
        break;
      }
      move(parent, place);
      place = parent;
    }
    totals[place] = total;
    candidates[place] = candidate;
  }

  private void siftDown(long total, int candidate) {
    int place = 0;
    while (2 * place + 1 < size) {
      int child = weakerChild(place);
      if (!isWeaker(totals[child], candidates[child], total, candidate)) {
        break;
      }
      move(child, place);
      place = child;
    }
    totals[place] = total;
    candidates[place] = candidate;
  }

  private int weakerChild(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    return right < size
            && isWeaker(totals[right], candidates[right], totals[left], candidates[left])
        ? right
        : left;
  }

  private void move(int from, int to) {
    totals[to] = totals[from];
    candidates[to] = candidates[from];
  }

  private boolean isWeaker(long total, int candidate, long other, int otherCandidate) {
    return total < other || (total == other && ids.compare(candidate, otherCandidate) > 0);
  }

  /// The candidates, weakest first; this is empty then.
  int[] drain() {
    int[] drained = new int[size];
    for (int i = 0; i < drained.length; i++) {
      drained[i] = candidates[0];
      size--;
      siftDown(totals[size], candidates[size]);
    }
    return drained;
  }
}
