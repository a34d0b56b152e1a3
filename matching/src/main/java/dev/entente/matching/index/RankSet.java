package dev.entente.matching.index;

import java.util.Arrays;

/// Some of the numbers from 0 to a size, ascending: of ranks or of candidates. Immutable.
sealed interface RankSet {
  /// Where more than one number in so many is in it, a bit a number takes less room.
  int DENSE = Integer.SIZE;

  /// Whether there is no number in it.
  boolean isEmpty();

  /// Adds its numbers to a counter's block.
  void countInto(MatchCounter counter, int block);

  /// Sets the bits of its numbers.
  void setIn(long[] words);

  /// Sets the bits of its numbers that lie in a block.
  void setIn(long[] blockWords, int block);

  /// Nothing at all.
  RankSet EMPTY = new Sparse(new int[0]);

  /// A bit a number.
  final class Dense implements RankSet {
    private final long[] words;

    private Dense(long[] words) {
      this.words = words;
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public void countInto(MatchCounter counter, int block) {
      int first = block * MatchCounter.WORDS;
      int count = Math.min(MatchCounter.WORDS, words.length - first);
      for (int i = 0; i < count; i++) {
        counter.add(i, words[first + i]);
      }
    }

    @Override
    public void setIn(long[] others) {
      for (int i = 0; i < words.length; i++) {
        others[i] |= words[i];
      }
    }

    @Override
    public void setIn(long[] blockWords, int block) {
      int first = block * MatchCounter.WORDS;
      int count = Math.min(MatchCounter.WORDS, words.length - first);
      for (int i = 0; i < count; i++) {
        blockWords[i] |= words[first + i];
      }
    }
  }

  /// The numbers themselves, ascending.
  final class Sparse implements RankSet {
    private final int[] numbers;

    private Sparse(int[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public boolean isEmpty() {
      return numbers.length == 0;
    }

    @Override
    public void countInto(MatchCounter counter, int block) {
      int end = (block + 1) * MatchCounter.RANKS;
      for (int i = first(block); i < numbers.length && numbers[i] < end; i++) {
        counter.add((numbers[i] - block * MatchCounter.RANKS) >>> 6, 1L << numbers[i]);
      }
    }

    @Override
    public void setIn(long[] words) {
      for (int number : numbers) {
        words[number >>> 6] |= 1L << number;
      }
    }

    @Override
    public void setIn(long[] blockWords, int block) {
      int end = (block + 1) * MatchCounter.RANKS;
      for (int i = first(block); i < numbers.length && numbers[i] < end; i++) {
        blockWords[(numbers[i] - block * MatchCounter.RANKS) >>> 6] |= 1L << numbers[i];
      }
    }

    private int first(int block) {
      int found = Arrays.binarySearch(numbers, block * MatchCounter.RANKS);
      return found < 0 ? -found - 1 : found;
    }
  }

  /// Makes the smaller form of a set.
  ///
  /// @param numbers ascending; kept
  /// @param size behind the largest number that there could be
  static RankSet of(int[] numbers, int size) {
    if ((long) numbers.length * DENSE <= size) {
      return new Sparse(numbers);
    }
    long[] words = new long[(size + Long.SIZE - 1) / Long.SIZE];
    for (int number : numbers) {
      words[number >>> 6] |= 1L << number;
    }
    return new Dense(words);
  }
}
