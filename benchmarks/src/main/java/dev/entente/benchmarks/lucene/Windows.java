package dev.entente.benchmarks.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;

/// The index in stretches of documents, and the most that a candidate of each brings: the maxima of
/// blocks that let a search leave stretches out and end early. Immutable.
final class Windows {
  /// Documents of a window, a multiple of 64.
  static final int SIZE = 4_096;

  private final int[][] highest;
  private final int[][] highestFromHere;

  private Windows(int count) {
    highest = new int[Bound.ASKED_MONTHS.size()][count];
    highestFromHere = new int[Bound.ASKED_MONTHS.size()][count];
  }

  static Windows of(LeafReader reader) throws IOException {
    var windows = new Windows(Math.ceilDiv(reader.maxDoc(), SIZE));
    BinaryDocValues numbers = reader.getBinaryDocValues(Fields.NUMBERS);
    var cursor = new CandidateCursor();
    for (int document = numbers.nextDoc();
        document < reader.maxDoc();
        document = numbers.nextDoc()) {
      cursor.open(numbers.binaryValue());
      windows.add(document / SIZE, cursor);
    }
    windows.lookAhead();
    return windows;
  }

  private void add(int window, CandidateCursor cursor) {
    cursor.next(); // the candidate's number
    int months = cursor.next();
    int feedback = cursor.next();
    int training = cursor.next();
    int progression = cursor.next();
    int badges = cursor.next();
    int quality = cursor.next();
    for (int level = 0; level < highest.length; level++) {
      int asked = Bound.ASKED_MONTHS.get(level);
      int brought = Bound.brought(months, feedback, training, progression, badges, quality, asked);
      highest[level][window] = Math.max(highest[level][window], brought);
    }
  }

  private void lookAhead() {
    for (int level = 0; level < highest.length; level++) {
      int rest = 0;
      for (int window = highest[level].length - 1; window >= 0; window--) {
        rest = Math.max(rest, highest[level][window]);
        highestFromHere[level][window] = rest;
      }
    }
  }

  int count() {
    return highest[0].length;
  }

  /// The most that a candidate of this window brings.
  int highest(int level, int window) {
    return highest[level][window];
  }

  /// The most that a candidate of this or a later window brings.
  int highestFromHere(int level, int window) {
    return highestFromHere[level][window];
  }
}
