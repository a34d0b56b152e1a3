package dev.entente.matching.index;

import dev.entente.matching.numbers.Traits;

/// The traits of one row, criterion by criterion. Moved from row to row; not thread-safe.
final class RowTraits {
  private final Traits traits;
  private final Standings standings;
  private int row;

  RowTraits(char[] table, Standings standings) {
    traits = new Traits(table, standings.columns());
    this.standings = standings;
  }

  RowTraits at(int aRow) {
    row = aRow;
    return this;
  }

  /// The traits of a criterion; valid until the next call.
  Traits of(int criterion) {
    traits.at(row, standings.firstColumn(criterion));
    return traits;
  }
}
