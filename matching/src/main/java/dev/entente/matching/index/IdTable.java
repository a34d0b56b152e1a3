package dev.entente.matching.index;

import java.util.Arrays;

/// The numbers of candidates by id. Immutable, shared by threads.
final class IdTable {
  /* Open addressing with linear probing, at most half full; only numbers are kept, the ids stand in the
   * records. */
  private static final int EMPTY = -1;

  /// What stands for somebody who is not there.
  static final int NOBODY = -1;

  private final CandidateRecords records;
  private final int[] places;

  IdTable(CandidateRecords records) {
    this.records = records;
    places = new int[Integer.highestOneBit(Math.max(1, records.size())) * 4];
    Arrays.fill(places, EMPTY);
    for (int number = 0; number < records.size(); number++) {
      places[place(records.id(number))] = number;
    }
  }

  /// The number of a candidate, or [#NOBODY].
  int number(String id) {
    return places[place(id)];
  }

  private int place(String id) {
    int place = spread(id.hashCode()) & (places.length - 1);
    while (places[place] != EMPTY && !records.id(places[place]).equals(id)) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E37_79B9;
    return mixed ^ (mixed >>> 16);
  }
}
