package dev.entente.matching.index;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is other than in a [Base]: candidates who are gone from it, and records that are new or
/// stand for such. Immutable, shared by threads.
final class Changes {
  private final long[] gone;
  private final int goneCount;
  private final Map<String, byte[]> newer;
  private final CandidateRecords records;

  private Changes(long[] gone, int goneCount, Map<String, byte[]> newer) {
    this.gone = gone;
    this.goneCount = goneCount;
    this.newer = newer;
    var builder = new CandidateRecords.Builder();
    newer.forEach(builder::add);
    records = CandidateRecords.of(List.of(builder));
  }

  /// Nothing is other.
  static Changes none(int size) {
    return new Changes(new long[Math.ceilDiv(size, Long.SIZE)], 0, Map.of());
  }

  /// These and more.
  ///
  /// @param more records by candidate id; empty for one who is there no more
  Changes plus(Map<String, Optional<byte[]>> more, Base base) {
    long[] goneThen = gone.clone();
    int count = goneCount;
    Map<String, byte[]> newerThen = new LinkedHashMap<>(newer);
    for (Map.Entry<String, Optional<byte[]>> change : more.entrySet()) {
      int number = base.number(change.getKey());
      if (number != IdTable.NOBODY && !isSet(goneThen, number)) {
        goneThen[number >>> 6] |= 1L << number;
        count++;
      }
      newerThen.remove(change.getKey());
      change.getValue().ifPresent(record -> newerThen.put(change.getKey(), record));
    }
    return new Changes(goneThen, count, Collections.unmodifiableMap(newerThen));
  }

  private static boolean isSet(long[] bits, int number) {
    return ((bits[number >>> 6] >>> number) & 1) == 1;
  }

  boolean isGone(int number) {
    return isSet(gone, number);
  }

  /// A bit for each candidate of the base who is gone.
  long[] gone() {
    return gone;
  }

  /// The records that are new.
  CandidateRecords records() {
    return records;
  }

  Map<String, byte[]> newer() {
    return newer;
  }

  /// How many candidates of the base do not count any more, and how many records are new.
  int size() {
    return goneCount + newer.size();
  }

  /// How many candidates there are with these changes.
  ///
  /// @param baseSize how many there are without
  int countAfter(int baseSize) {
    return baseSize - goneCount + newer.size();
  }
}
