package dev.entente.matching.index;

/// Some of the numbers of a page, of ranks or of candidates: a part of an array of [TermPage].
/// Moved from block to block; not thread-safe.
final class RankSet {
  /// How many numbers a word holds.
  static final int NUMBERS = Long.SIZE / Character.SIZE;

  private final long[] sets;
  private final int start;
  private final int length;
  private final boolean isBitmap;
  // Where the numbers of a block begin, so that they are not looked for when blocks come in order.
  private int next;
  private int nextBlock;

  /// @param sets shared with the page
  /// @param start of the set
  /// @param length of the set, in words
  /// @param isBitmap whether it is a bit a number, and not the numbers, ascending
  RankSet(long[] sets, int start, int length, boolean isBitmap) {
    this.sets = sets;
    this.start = start;
    this.length = length;
    this.isBitmap = isBitmap;
    next = start * NUMBERS;
  }

  /// Writes a number into words that have none at its place.
  static void put(long[] sets, int place, char number) {
    sets[place / NUMBERS] |= (long) number << (place * Character.SIZE);
  }

  static char number(long[] sets, int place) {
    return (char) (sets[place / NUMBERS] >>> (place * Character.SIZE));
  }

  /// How much room it takes; 0 if nothing is in it.
  int length() {
    return length;
  }

  /// Sets the bits of its numbers.
  void setIn(long[] pageWords) {
    if (isBitmap) {
      for (int word = 0; word < length; word++) {
        pageWords[word] |= sets[start + word];
      }
      return;
    }
    for (int i = start * NUMBERS; i < (start + length) * NUMBERS; i++) {
      char number = number(sets, i);
      pageWords[number >>> 6] |= 1L << number;
    }
  }

  /// Sets the bits of its numbers that lie in a block.
  void setIn(long[] blockWords, int block) {
    if (isBitmap) {
      int first = block * MatchCounter.WORDS;
      int count = Math.min(MatchCounter.WORDS, length - first);
      for (int word = 0; word < count; word++) {
        blockWords[word] |= sets[start + first + word];
      }
      return;
    }
    int i = block == nextBlock ? next : first(block);
    for (; i < (start + length) * NUMBERS; i++) {
      char number = number(sets, i);
      if (number / MatchCounter.RANKS > block) {
        break;
      }
      blockWords[(number >>> 6) % MatchCounter.WORDS] |= 1L << number;
    }
    next = i;
    nextBlock = block + 1;
  }

  // Where the numbers of a block begin.
  private int first(int block) {
    int from = start * NUMBERS;
    int to = (start + length) * NUMBERS;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (number(sets, middle) / MatchCounter.RANKS < block) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
