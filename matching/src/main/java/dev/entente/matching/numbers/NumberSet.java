package dev.entente.matching.numbers;

import java.util.Arrays;

/// A small set of numbers of at least 0, asked often. Immutable.
final class NumberSet {
  /* Open addressing with linear probing, at most half full; the multiplier spreads neighbours
   * (Fibonacci hashing, Knuth, TAOCP 3, 6.4). */
  private static final int EMPTY = -1;
  private static final int MULTIPLIER = 0x9E37_79B9;

  // Most numbers that are asked for are not in it: a bitmap of the lowest bits tells that at once.
  private final long[] bitmap;
  private final int[] places;
  private final int shift;

  NumberSet(int[] numbers) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * numbers.length + 1);
    places = new int[1 << bits];
    shift = Integer.SIZE - bits;
    Arrays.fill(places, EMPTY);
    bitmap = new long[Integer.highestOneBit(Math.max(1, numbers.length * 2 - 1))];
    for (int number : numbers) {
      places[place(number)] = number;
      bitmap[word(number)] |= 1L << number;
    }
  }

  boolean contains(int number) {
    return ((bitmap[word(number)] >>> number) & 1) == 1 && places[place(number)] == number;
  }

  private int word(int number) {
    return (number >>> 6) & (bitmap.length - 1);
  }

  private int place(int number) {
    int place = (number * MULTIPLIER) >>> shift;
    while (places[place] != EMPTY && places[place] != number) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }
}
