package dev.entente.matching.index;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The numbers that have each term. Immutable, shared by threads.
final class TermSets {
  private static final int[] NONE = {};

  private final int[] terms;
  private final RankSet[] sets;

  /// Tells the terms of a number; called twice for each.
  interface Source {
    void forEachTerm(int number, IntConsumer taker);
  }

  private TermSets(int[] terms, RankSet[] sets) {
    this.terms = terms;
    this.sets = sets;
  }

  /// Turns terms by number into numbers by term.
  ///
  /// @param size how many numbers there are, from 0
  /// @param limit behind the largest term
  static TermSets of(int size, int limit, Source source) {
    int[] counts = new int[limit];
    for (int number = 0; number < size; number++) {
      source.forEachTerm(number, term -> counts[term]++);
    }
    int[][] numbers = new int[limit][];
    Arrays.fill(numbers, NONE);
    int[] filled = new int[limit];
    for (int number = 0; number < size; number++) {
      int one = number;
      source.forEachTerm(
          number,
          term -> {
            if (filled[term] == 0) {
              numbers[term] = new int[counts[term]];
            }
            numbers[term][filled[term]] = one;
            filled[term]++;
          });
    }
    return of(numbers, size);
  }

  private static TermSets of(int[][] numbers, int size) {
    int[] terms = new int[numbers.length];
    RankSet[] sets = new RankSet[numbers.length];
    int count = 0;
    for (int term = 0; term < numbers.length; term++) {
      if (numbers[term].length > 0) {
        terms[count] = term;
        sets[count] = RankSet.of(numbers[term], size);
        numbers[term] = NONE; // its room may be needed for the next
        count++;
      }
    }
    return new TermSets(Arrays.copyOf(terms, count), Arrays.copyOf(sets, count));
  }

  /// Who has a term.
  RankSet of(int term) {
    int place = Arrays.binarySearch(terms, term);
    return place < 0 ? RankSet.EMPTY : sets[place];
  }
}
