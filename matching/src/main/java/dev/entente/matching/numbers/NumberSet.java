package dev.entente.matching.numbers;

import java.util.Arrays;

/// A small set of numbers of at least 0, asked often. Immutable.
final class NumberSet {
  /* Open addressing with linear probing, at most half full; the multiplier spreads neighbours
   * (Fibonacci hashing, Knuth, TAOCP 3, 6.4). */
  private static final int EMPTY = -1;
  private static final int MULTIPLIER = 0x9E37_79B9;

  private final int[] places;
  private final int shift;

  NumberSet(int[] numbers) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * numbers.length + 1);
    places = new int[1 << bits];
    shift = Integer.SIZE - bits;
    Arrays.fill(places, EMPTY);
    for (int number : numbers) {
      places[place(number)] = number;
    }
  }

  boolean contains(int number) {
    return places[place(number)] == number;
  }

  private int place(int number) {
    int place = (number * MULTIPLIER) >>> shift;
    while (places[place] != EMPTY && places[place] != number) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }
}
