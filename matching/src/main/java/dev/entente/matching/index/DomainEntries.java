package dev.entente.matching.index;

import java.util.Arrays;
import java.util.List;

/// Candidates who declare a domain while they are gathered, with their traits, in any order.
final class DomainEntries {
  private static final int FIRST_SIZE = 16;

  private final int columns;
  private int[] candidates = new int[FIRST_SIZE];
  private int[] heights = new int[FIRST_SIZE];
  private int[] alone = new int[FIRST_SIZE];
  private char[] traits;
  private int size;

  DomainEntries(int columns) {
    this.columns = columns;
    traits = new char[FIRST_SIZE * columns];
  }

  /// Adds a candidate.
  ///
  /// @param from where the traits begin in the row's table; copied
  void add(int candidate, int height, int heightAlone, char[] row, int from) {
    if (size == candidates.length) {
      candidates = Arrays.copyOf(candidates, 2 * size);
      heights = Arrays.copyOf(heights, 2 * size);
      alone = Arrays.copyOf(alone, 2 * size);
      traits = Arrays.copyOf(traits, 2 * size * columns);
    }
    candidates[size] = candidate;
    heights[size] = height;
    alone[size] = heightAlone;
    System.arraycopy(row, from, traits, size * columns, columns);
    size++;
  }

  /// How many candidates there are in some parts of a domain's entries.
  static int size(List<DomainEntries> parts) {
    return parts.stream().mapToInt(part -> part.size).sum();
  }

  /// Ranks the entries of a domain.
  ///
  /// @param parts of one domain
  /// @param numbers by candidate, that stand for the candidates then
  static DomainRanks.Rows ranked(int domain, List<DomainEntries> parts, int[] numbers) {
    int size = size(parts);
    int columns = parts.getFirst().columns;
    int[] places = places(parts, size);
    int[] candidates = new int[size];
    int[] heights = new int[size];
    int[] alone = new int[size];
    char[] traits = new char[size * columns];
    int first = 0;
    for (DomainEntries part : parts) {
      for (int i = 0; i < part.size; i++) {
        int rank = places[first + i];
        candidates[rank] = numbers[part.candidates[i]];
        heights[rank] = part.heights[i];
        alone[rank] = part.alone[i];
        System.arraycopy(part.traits, i * columns, traits, rank * columns, columns);
      }
      first += part.size;
    }
    return new DomainRanks.Rows(domain, candidates, heights, alone, traits);
  }

  private static int[] places(List<DomainEntries> parts, int size) {
    int[] all = new int[size];
    int filled = 0;
    for (DomainEntries part : parts) {
      System.arraycopy(part.heights, 0, all, filled, part.size);
      filled += part.size;
    }
    return inverse(descending(all));
  }

  /// The places of numbers from the highest down.
  static int[] descending(int[] numbers) {
    long[] keys = new long[numbers.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) -numbers[i] << Integer.SIZE) | i;
    }
    Arrays.parallelSort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /// Where each place stands in an order.
  static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    return inverse;
  }
}
