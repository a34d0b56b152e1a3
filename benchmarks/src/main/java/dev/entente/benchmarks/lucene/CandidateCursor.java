package dev.entente.benchmarks.lucene;

import org.apache.lucene.util.BytesRef;

/// Reads what [PackedNumbers] wrote, number by number. Not thread-safe.
final class CandidateCursor {
  private byte[] bytes = {};
  private int position;

  /// Goes to the first number of a value.
  void open(BytesRef value) {
    bytes = value.bytes;
    position = value.offset;
  }

  int next() {
    return (int) nextLong();
  }

  long nextLong() {
    byte first = bytes[position++];
    if (first >= 0) {
      return first;
    }
    long number = first & 0x7F;
    for (int shift = 7; ; shift += 7) {
      byte more = bytes[position++];
      number |= (long) (more & 0x7F) << shift;
      if (more >= 0) {
        return number;
      }
    }
  }
}
