package dev.entente.matching.index;

import java.util.Arrays;
import java.util.List;

/// How many of some sets each of 4,096 successive ranks is in. Reused; not thread-safe.
final class MatchCounter {
  /* Bit-sliced: plane p holds bit p of 64 counts in each word, so that a set of 64 ranks is added with
   * a few operations, and compared with a number likewise (O'Neil and Quass, Improved Query Performance
   * with Variant Indexes, 1997, section 4). */

  /// Words of a block.
  static final int WORDS = 64;

  /// Ranks of a block.
  static final int RANKS = WORDS * Long.SIZE;

  private final List<RankSet> sets;
  private final int most;
  private final long[][] planes;

  /// @param sets of a page
  /// @param most sets that a rank is in
  MatchCounter(List<RankSet> sets, int most) {
    this.sets = sets;
    this.most = most;
    planes = new long[Integer.SIZE - Integer.numberOfLeadingZeros(most)][WORDS];
  }

  /// The highest count there can be.
  int most() {
    return most;
  }

  /// Counts the ranks of a block of the page.
  void count(int block) {
    for (long[] plane : planes) {
      Arrays.fill(plane, 0);
    }
    for (RankSet set : sets) {
      set.countInto(this, block);
    }
  }

  /// Counts one more for some ranks of a word.
  void add(int word, long ranks) {
    long carry = ranks;
    for (int p = 0; carry != 0; p++) {
      long both = planes[p][word] & carry;
      planes[p][word] ^= carry;
      carry = both;
    }
  }

  /// The ranks of a word that were counted at least so often.
  long atLeast(int count, int word) {
    long more = 0;
    long equal = -1;
    for (int p = planes.length - 1; p >= 0; p--) {
      long plane = planes[p][word];
      if (((count >>> p) & 1) == 1) {
        equal &= plane;
      } else {
        more |= equal & plane;
        equal &= ~plane;
      }
    }
    return more | equal;
  }

  /// The ranks of a word that were counted just so often.
  long exactly(int count, int word) {
    long equal = -1;
    for (int p = 0; p < planes.length; p++) {
      equal &= ((count >>> p) & 1) == 1 ? planes[p][word] : ~planes[p][word];
    }
    return equal;
  }

  /// How often a rank was counted.
  int of(int rank) {
    int count = 0;
    for (int p = 0; p < planes.length; p++) {
      count |= (int) ((planes[p][rank >>> 6] >>> rank) & 1) << p;
    }
    return count;
  }
}
