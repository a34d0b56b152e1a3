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
  // Where the numbers of the last block begin, since blocks come in order.
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
      long numbers = sets[i];
      pageWords[first(numbers) >>> 6] |= 1L << first(numbers);
      pageWords[second(numbers) >>> 6] |= 1L << second(numbers);
      pageWords[third(numbers) >>> 6] |= 1L << third(numbers);
      pageWords[last(numbers) >>> 6] |= 1L << last(numbers);
    }
  }

  /// Sets the bits of its numbers that lie in a block, which is none before the last one's.
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
    for (int i = next; i < start + length; i++) {
      long numbers = sets[i];
      set(blockWords, block, first(numbers));
      set(blockWords, block, second(numbers));
      set(blockWords, block, third(numbers));
      set(blockWords, block, last(numbers));
      if (block(last(numbers)) > block) {
        break;
      }
    }
  }

  private static int first(long numbers) {
    return (char) numbers;
  }

  private static int second(long numbers) {
    return (char) (numbers >>> Character.SIZE);
  }

  private static int third(long numbers) {
    return (char) (numbers >>> (2 * Character.SIZE));
  }

  private static int last(long numbers) {
    return (int) (numbers >>> (3 * Character.SIZE));
  }

  private static int block(int number) {
    return number / MatchCounter.RANKS;
  }

  // Without a branch: at the ends of a block none could be foretold.
  private static void set(long[] blockWords, int block, int number) {
    long bit = block(number) == block ? 1 : 0;
    blockWords[(number >>> 6) % MatchCounter.WORDS] |= bit << number;
  }

  // The first word from the next one on whose last number is in the block or behind it: near, as a
  // rule, so that steps grow from there (Bentley and Yao, An almost optimal algorithm for unbounded
  // searching, 1976).
  private int firstWord(int block) {
    int end = start + length;
    int from = next;
    int step = 1;
    while (from + step <= end && block(last(sets[from + step - 1])) < block) {
      from += step;
      step *= 2;
    }
    int to = Math.min(from + step - 1, end);
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (block(last(sets[middle])) < block) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
