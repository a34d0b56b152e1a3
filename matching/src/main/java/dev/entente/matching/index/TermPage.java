package dev.entente.matching.index;

import java.util.Arrays;

/// Which of up to 65,536 successive numbers have each term. Immutable, shared by threads.
final class TermPage {
  /* All sets lie in one array, in the order of their terms: there are many, and most are small. A set is
   * its numbers, ascending, four a word (the last one again where that word has room), or a bit a number
   * where that takes little more room; its length tells which (as the containers of Lemire, Kai and Chambi,
   * Consistently faster and smaller compressed bitmaps with Roaring, 2016, section 2). */

  /// Numbers of a page.
  static final int SIZE = 1 << Character.SIZE;

  private final int[] terms;
  private final int[] starts;
  private final long[] sets;
  private final int bitmapLength;

  /// @param terms ascending
  /// @param starts of the sets, and behind the last one, in words
  TermPage(int[] terms, int[] starts, long[] sets, int bitmapLength) {
    this.terms = terms;
    this.starts = starts;
    this.sets = sets;
    this.bitmapLength = bitmapLength;
  }

  /// The numbers that have a term, counted from the page's first one.
  RankSet of(int term) {
    int place = Arrays.binarySearch(terms, term);
    if (place < 0) {
      return new RankSet(sets, 0, 0, false);
    }
    int length = starts[place + 1] - starts[place];
    return new RankSet(sets, starts[place], length, length == bitmapLength);
  }
}
