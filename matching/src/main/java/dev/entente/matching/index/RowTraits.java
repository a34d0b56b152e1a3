package dev.entente.matching.index;

import dev.entente.matching.numbers.Traits;

/// The traits of one row, part by part. Moved from row to row; not thread-safe.
final class RowTraits {
  private final Traits traits;
  private int row;

  RowTraits(char[] table, Standings standings) {
    traits = new Traits(table, standings.columns());
  }

  RowTraits at(int aRow) {
    row = aRow;
    return this;
  }

  /// The traits from a column on; valid until the next call.
  Traits from(int column) {
    traits.at(row, column);
    return traits;
  }
}
