package dev.entente.matching.numbers;

/// A table of small numbers, a row a candidate in one of the declared domains, seen through a
/// window of one row that starts at a criterion's first column. Not thread-safe.
public final class Traits {
  /// The largest number that fits; a criterion caps what may be larger.
  public static final int LARGEST = Character.MAX_VALUE;

  private final char[] numbers;
  private final int columns;
  private int row;
  private int first;

  /// @param numbers the table, row by row; shared with the caller
  /// @param columns of a row
  public Traits(char[] numbers, int columns) {
    this.numbers = numbers;
    this.columns = columns;
  }

  /// Moves the window.
  public void at(int row, int firstColumn) {
    this.row = row * columns;
    first = firstColumn;
  }

  /// A number of the row.
  ///
  /// @param trait from 0, counted from the criterion's first column
  public int get(int trait) {
    return numbers[row + first + trait];
  }

  /// Sets a number of the row.
  ///
  /// @param number `0..`[#LARGEST]
  public void set(int trait, int number) {
    numbers[row + first + trait] = (char) number;
  }
}
