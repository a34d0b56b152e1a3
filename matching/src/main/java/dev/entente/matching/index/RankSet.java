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
  // The word in which the numbers of the latest block begin: those of the next one are near.
  private int next;

  /// @param sets shared with the page
  /// @param start of the set
  /// @param length of the set, in words
  /// @param isBitmap whether it is a bit a number, and not the numbers, ascending
  RankSet(long[] sets, int start, int length, boolean isBitmap) {
    this.sets = sets;
    this.start = start;
    this.length = length;
    this.isBitmap = isBitmap;
    next = start;
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
    for (int i = start; i < start + length; i++) {
      for (int shift = 0; shift < Long.SIZE; shift += Character.SIZE) {
        char number = (char) (sets[i] >>> shift);
        pageWords[number >>> 6] |= 1L << number;
      }
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
    next = firstWord(block);
    for (int i = next; i < start + length && blockOfFirst(i) <= block; i++) {
      for (int shift = 0; shift < Long.SIZE; shift += Character.SIZE) {
        set(blockWords, block, (char) (sets[i] >>> shift));
      }
    }
  }

  private int blockOfFirst(int word) {
    return block((char) sets[word]);
  }

  private int blockOfLast(int word) {
    return block((int) (sets[word] >>> (Long.SIZE - Character.SIZE)));
  }

  private static int block(int number) {
    return number / MatchCounter.RANKS;
  }

  // Without a branch: at the ends of a block none could be foretold.
  private static void set(long[] blockWords, int block, int number) {
    long bit = block(number) == block ? 1 : 0;
    blockWords[(number >>> 6) % MatchCounter.WORDS] |= bit << number;
  }

  // The first word whose last number is in the block or behind it. Blocks come in order, as a rule,
  // so it is near the next one, and steps grow from there (Bentley and Yao, An almost optimal
  // algorithm for unbounded searching, 1976).
  private int firstWord(int block) {
    int end = start + length;
    int from = next > start && blockOfLast(next - 1) >= block ? start : next;
    int step = 1;
    while (from + step <= end && blockOfLast(from + step - 1) < block) {
      from += step;
      step *= 2;
    }
    int to = Math.min(from + step - 1, end);
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (blockOfLast(middle) < block) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
