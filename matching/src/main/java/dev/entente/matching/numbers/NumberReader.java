package dev.entente.matching.numbers;

/// Reads what [NumberWriter] wrote, number by number. Reused from record to record; not
/// thread-safe.
public final class NumberReader {
  private static final int GROUP = 7;
  private static final int GROUP_MASK = 0x7F;

  private byte[] bytes = new byte[0];
  private int position;

  /// Reads nothing yet.
  public NumberReader() {}

  /// Reads from here on.
  public void at(byte[] record, int start) {
    bytes = record;
    position = start;
  }

  /// Where it reads.
  public int position() {
    return position;
  }

  /// The next number, which must fit an `int`.
  public int next() {
    byte one = bytes[position];
    position++;
    if (one >= 0) {
      return one;
    }
    int number = one & GROUP_MASK;
    int shift = GROUP;
    while (true) {
      one = bytes[position];
      position++;
      number |= (one & GROUP_MASK) << shift;
      if (one >= 0) {
        return number;
      }
      shift += GROUP;
    }
  }

  /// The next numbers, each written as what it adds to the one before.
  void ascending(int[] numbers, int count) {
    byte[] from = bytes;
    int at = position;
    int number = 0;
    for (int i = 0; i < count; i++) {
      int one = from[at];
      at++;
      int added = one & GROUP_MASK;
      for (int shift = GROUP; one < 0; shift += GROUP) {
        one = from[at];
        at++;
        added |= (one & GROUP_MASK) << shift;
      }
      number += added;
      numbers[i] = number;
    }
    position = at;
  }

  /// How many of the next numbers are in a set, where each was written as what it adds to the one
  /// before.
  int countAscending(NumberSet wanted, int count) {
    byte[] from = bytes;
    int at = position;
    int number = 0;
    int found = 0;
    for (int i = 0; i < count; i++) {
      int one = from[at];
      at++;
      int added = one & GROUP_MASK;
      for (int shift = GROUP; one < 0; shift += GROUP) {
        one = from[at];
        at++;
        added |= (one & GROUP_MASK) << shift;
      }
      number += added;
      found += wanted.contains(number) ? 1 : 0;
    }
    position = at;
    return found;
  }

  /// The next number.
  public long nextLong() {
    long number = 0;
    for (int shift = 0; ; shift += GROUP) {
      byte one = bytes[position];
      position++;
      number |= (long) (one & GROUP_MASK) << shift;
      if (one >= 0) {
        return number;
      }
    }
  }

  /// The next number, where it was written with its sign.
  public long nextSigned() {
    long number = nextLong();
    return (number >>> 1) ^ -(number & 1);
  }

  /// Goes on from a place in the same bytes.
  public void to(int aPosition) {
    position = aPosition;
  }

  /// Passes over bytes.
  public void skip(int count) {
    position += count;
  }

  /// Passes over numbers.
  public void skipNumbers(int count) {
    int left = count;
    while (left > 0) {
      left -= bytes[position] >= 0 ? 1 : 0;
      position++;
    }
  }
}
