package dev.entente.matching.index;

import java.util.Arrays;

/// The terms of one page's numbers while they are gathered. Reused from page to page; not
/// thread-safe.
final class TermGathering {
  private static final int FIRST_SIZE = 1_024;
  // How many times the room of the numbers a bitmap may take: it is read so much faster.
  private static final int MOST_ROOM = 2;

  private int[] terms = new int[FIRST_SIZE];
  private char[] numbers = new char[FIRST_SIZE];
  private int size;
  private int[] distinct = new int[FIRST_SIZE];
  private int distinctCount;
  // By term, of any page: how often it was added, then where its next number goes. Only those of
  // distinct terms are not 0, so that a page costs what is in it, however many terms there are.
  private int[] byTerm = new int[FIRST_SIZE];

  /// Adds a term of a number, not added before.
  ///
  /// @param number within the page, none smaller than those before
  void add(int number, int term) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    terms[size] = term;
    numbers[size] = (char) number;
    size++;
    if (term >= byTerm.length) {
      byTerm = Arrays.copyOf(byTerm, Math.max(term + 1, 2 * byTerm.length));
    }
    if (byTerm[term] == 0) {
      addDistinct(term);
    }
    byTerm[term]++;
  }

  private void addDistinct(int term) {
    if (distinctCount == distinct.length) {
      distinct = Arrays.copyOf(distinct, 2 * distinctCount);
    }
    distinct[distinctCount] = term;
    distinctCount++;
  }

  /// Makes the page; this is empty then.
  ///
  /// @param pageSize behind the largest number
  TermPage toPage(int pageSize) {
    int bitmapLength = Math.ceilDiv(pageSize, Long.SIZE);
    int[] ascending = Arrays.copyOf(distinct, distinctCount);
    Arrays.sort(ascending);
    int[] starts = new int[distinctCount + 1];
    for (int i = 0; i < ascending.length; i++) {
      int length = Math.ceilDiv(byTerm[ascending[i]], RankSet.NUMBERS);
      boolean isBitmap = length * MOST_ROOM >= bitmapLength;
      starts[i + 1] = starts[i] + (isBitmap ? bitmapLength : length);
      byTerm[ascending[i]] = isBitmap ? ~starts[i] : starts[i] * RankSet.NUMBERS;
    }
    long[] sets = new long[starts[distinctCount]];
    fill(sets);
    fillUp(sets);
    clear();
    return new TermPage(ascending, starts, sets, bitmapLength);
  }

  private void fill(long[] sets) {
    for (int i = 0; i < size; i++) {
      int place = byTerm[terms[i]];
      char number = numbers[i];
      if (place >= 0) {
        RankSet.put(sets, place, number);
        byTerm[terms[i]]++;
      } else {
        sets[~place + (number >>> 6)] |= 1L << number;
      }
    }
  }

  private void fillUp(long[] sets) {
    for (int i = 0; i < distinctCount; i++) {
      for (int place = byTerm[distinct[i]]; place > 0 && place % RankSet.NUMBERS != 0; place++) {
        RankSet.put(sets, place, RankSet.number(sets, place - 1));
      }
    }
  }

  private void clear() {
    for (int i = 0; i < distinctCount; i++) {
      byTerm[distinct[i]] = 0;
    }
    size = 0;
    distinctCount = 0;
  }
}
