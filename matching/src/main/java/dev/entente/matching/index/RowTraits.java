package dev.entente.matching.index;

import dev.entente.matching.criteria.Standing;
import dev.entente.matching.numbers.Traits;

/// The traits of one row, part by part. Moved from row to row; not thread-safe.
final class RowTraits implements Standing.Domains {
  private final Traits traits;
  private final char[] table;
  private final int columns;
  private int row;
  private int firstColumn;

  RowTraits(char[] table, Standings standings) {
    this.table = table;
    columns = standings.columns();
    traits = new Traits(table, columns);
  }

  /// Reads a little of a row, so that it is near when it is read.
  int touch(int aRow) {
    return table[aRow * columns];
  }

  RowTraits at(int aRow) {
    row = aRow;
    return this;
  }

  /// These, but [#row] begins at a column.
  RowTraits startingAt(int column) {
    firstColumn = column;
    return this;
  }

  @Override
  public Traits row(int index) {
    return at(index).from(firstColumn);
  }

  /// The traits from a column on; valid until the next call.
  Traits from(int column) {
    traits.at(row, column);
    return traits;
  }
}
