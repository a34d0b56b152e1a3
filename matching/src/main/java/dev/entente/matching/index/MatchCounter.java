package dev.entente.matching.index;

import java.util.Arrays;

/// How many of some sets each of 8,192 successive ranks is in. Reused; not thread-safe.
final class MatchCounter {
  /* Bit-sliced: plane p holds bit p of 64 counts in each word, so that a set of 64 ranks is added with
   * a few operations, and compared with a number likewise (O'Neil and Quass, Improved Query Performance
   * with Variant Indexes, 1997, section 4). */

  /// Words of a block.
  static final int WORDS = 128;

  /// Ranks of a block.
  static final int RANKS = WORDS * Long.SIZE;

  private final long[][] planes;
  private final long[] carry = new long[WORDS];
  private final long[] more = new long[WORDS];
  private final long[] equal = new long[WORDS];
  private int added;
  private int usedPlanes;

  /// @param most sets that are added
  MatchCounter(int most) {
    planes = new long[bits(most)][WORDS];
  }

  private static int bits(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(count);
  }

  /// Begins anew, with counts of 0.
  void clear() {
    added = 0;
    usedPlanes = 0;
  }

  /// Counts one more for the ranks of a set.
  void add(long[] set) {
    System.arraycopy(set, 0, carry, 0, WORDS);
    for (int p = 0; p < usedPlanes; p++) {
      add(carry, planes[p]);
    }
    added++;
    if (bits(added) > usedPlanes) {
      System.arraycopy(carry, 0, planes[usedPlanes], 0, WORDS);
      usedPlanes++;
    }
  }

  // A loop of its own without any branch, so that the compiler makes it one of vectors.
  private static void add(long[] carry, long[] plane) {
    for (int i = 0; i < WORDS; i++) {
      long both = plane[i] & carry[i];
      plane[i] ^= carry[i];
      carry[i] = both;
    }
  }

  /// Leaves of a block's words the ranks that were counted at least so often.
  void retainAtLeast(int count, long[] words) {
    if (count > added) {
      Arrays.fill(words, 0);
      return;
    }
    Arrays.fill(more, 0);
    Arrays.fill(equal, -1);
    for (int p = usedPlanes - 1; p >= 0; p--) {
      if (((count >>> p) & 1) == 1) {
        retainEqual(planes[p]);
      } else {
        retainMore(planes[p]);
      }
    }
    for (int i = 0; i < WORDS; i++) {
      words[i] &= more[i] | equal[i];
    }
  }

  private void retainEqual(long[] plane) {
    for (int i = 0; i < WORDS; i++) {
      equal[i] &= plane[i];
    }
  }

  private void retainMore(long[] plane) {
    for (int i = 0; i < WORDS; i++) {
      more[i] |= equal[i] & plane[i];
      equal[i] &= ~plane[i];
    }
  }

  /// The ranks of a word that were counted just so often.
  long exactly(int count, int word) {
    if (count > added) {
      return 0;
    }
    long equal = -1;
    for (int p = 0; p < usedPlanes; p++) {
      equal &= ((count >>> p) & 1) == 1 ? planes[p][word] : ~planes[p][word];
    }
    return equal;
  }

  /// How often a rank was counted.
  int of(int rank) {
    int count = 0;
    for (int p = 0; p < usedPlanes; p++) {
      count |= (int) ((planes[p][rank >>> 6] >>> rank) & 1) << p;
    }
    return count;
  }
}
