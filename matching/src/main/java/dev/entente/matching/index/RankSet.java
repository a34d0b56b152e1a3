package dev.entente.matching.index;

/// Some of the numbers of a page, of ranks or of candidates: a part of an array of [TermPage].
/// Moved from block to block; not thread-safe.
final class RankSet {
  /// Of a bitmap's word.
  static final int CHARS = Long.SIZE / Character.SIZE;

  private final char[] sets;
  private final int start;
  private final int length;
  private final boolean isBitmap;
  // Where the numbers of a block begin, so that they are not looked for when blocks come in order.
  private int next;
  private int nextBlock;

  /// @param sets shared with the page
  /// @param isBitmap whether it is a bit a number, and not the numbers, ascending
  RankSet(char[] sets, int start, int length, boolean isBitmap) {
    this.sets = sets;
    this.start = start;
    this.length = length;
    this.isBitmap = isBitmap;
    next = start;
  }

  /// How much room it takes; 0 if nothing is in it.
  int length() {
    return length;
  }

  /// Sets the bits of its numbers.
  void setIn(long[] pageWords) {
    if (isBitmap) {
      for (int word = 0; word * CHARS < length; word++) {
        pageWords[word] |= word(word);
      }
      return;
    }
    for (int i = start; i < start + length; i++) {
      pageWords[sets[i] >>> 6] |= 1L << sets[i];
    }
  }

  /// Sets the bits of its numbers that lie in a block.
  void setIn(long[] blockWords, int block) {
    if (isBitmap) {
      int first = block * MatchCounter.WORDS;
      for (int word = 0; word < words(first); word++) {
        blockWords[word] |= word(first + word);
      }
      return;
    }
    if (block != nextBlock) {
      next = first(block);
    }
    int end = (block + 1) * MatchCounter.RANKS;
    int i = next;
    for (; i < start + length && sets[i] < end; i++) {
      blockWords[(sets[i] >>> 6) % MatchCounter.WORDS] |= 1L << sets[i];
    }
    next = i;
    nextBlock = block + 1;
  }

  private int words(int first) {
    return Math.min(MatchCounter.WORDS, length / CHARS - first);
  }

  private long word(int number) {
    int at = start + number * CHARS;
    return sets[at]
        | ((long) sets[at + 1] << Character.SIZE)
        | ((long) sets[at + 2] << (2 * Character.SIZE))
        | ((long) sets[at + 3] << (3 * Character.SIZE));
  }

  // Where the numbers of a block begin.
  private int first(int block) {
    int from = start;
    int to = start + length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sets[middle] < block * MatchCounter.RANKS) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
