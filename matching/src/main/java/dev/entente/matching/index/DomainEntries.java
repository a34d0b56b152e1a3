package dev.entente.matching.index;

import java.util.Arrays;

/// Candidates who declare a domain while they are gathered, with their traits, in any order.
final class DomainEntries {
  private static final int FIRST_SIZE = 64;

  private final int columns;
  private int[] candidates = new int[FIRST_SIZE];
  private int[] highest = new int[FIRST_SIZE];
  private char[] traits;
  private int size;

  DomainEntries(int columns) {
    this.columns = columns;
    traits = new char[FIRST_SIZE * columns];
  }

  /// Adds a candidate.
  ///
  /// @param from where the traits begin in the row's table; copied
  void add(int candidate, int highestTotal, char[] row, int from) {
    ensure(size + 1);
    candidates[size] = candidate;
    highest[size] = highestTotal;
    System.arraycopy(row, from, traits, size * columns, columns);
    size++;
  }

  void addAll(DomainEntries others) {
    ensure(size + others.size);
    System.arraycopy(others.candidates, 0, candidates, size, others.size);
    System.arraycopy(others.highest, 0, highest, size, others.size);
    System.arraycopy(others.traits, 0, traits, size * columns, others.size * columns);
    size += others.size;
  }

  private void ensure(int needed) {
    if (needed > candidates.length) {
      int larger = Math.max(needed, 2 * candidates.length);
      candidates = Arrays.copyOf(candidates, larger);
      highest = Arrays.copyOf(highest, larger);
      traits = Arrays.copyOf(traits, larger * columns);
    }
  }

  int size() {
    return size;
  }

  /// The entries from the highest total down.
  int[] order() {
    return descending(highest, size);
  }

  /// The places of numbers from the highest down.
  static int[] descending(int[] numbers, int size) {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = ((long) -numbers[i] << Integer.SIZE) | i;
    }
    Arrays.parallelSort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /// Gives candidates other numbers.
  void renumber(int[] numbers) {
    for (int i = 0; i < size; i++) {
      candidates[i] = numbers[candidates[i]];
    }
  }

  /// Raises the highest totals of candidates to those in this domain.
  void raise(int[] highestByCandidate) {
    for (int i = 0; i < size; i++) {
      int candidate = candidates[i];
      highestByCandidate[candidate] = Math.max(highestByCandidate[candidate], highest[i]);
    }
  }

  int[] candidates(int[] order) {
    return inOrder(candidates, order);
  }

  int[] highest(int[] order) {
    return inOrder(highest, order);
  }

  private static int[] inOrder(int[] some, int[] order) {
    int[] ordered = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = some[order[i]];
    }
    return ordered;
  }

  char[] traits(int[] order) {
    char[] ordered = new char[order.length * columns];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(traits, order[i] * columns, ordered, i * columns, columns);
    }
    return ordered;
  }
}
