package dev.entente.matching.index;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import java.nio.charset.StandardCharsets;

/// Reads one record after another. Not thread-safe.
final class RecordCursor {
  private final NumberReader reader = new NumberReader();
  private final NumberReader headReader = new NumberReader();
  private final CandidateNumbers head = new CandidateNumbers();
  private byte[] bytes = new byte[0];
  private int idStart;
  private int idLength;
  private int headStart;
  private boolean isHeadRead;
  private int nextSection;

  /// Moves to a record.
  void at(byte[] chunk, int start) {
    bytes = chunk;
    reader.at(chunk, start);
    idLength = reader.next();
    idStart = reader.position();
    reader.skip(idLength);
    toHead();
  }

  /// Moves to a record that stands alone, without an id.
  void at(byte[] record) {
    bytes = record;
    reader.at(record, 0);
    idLength = 0;
    toHead();
  }

  private void toHead() {
    int headLength = reader.next();
    headStart = reader.position();
    isHeadRead = false;
    nextSection = headStart + headLength;
  }

  /// The head, read when it is first asked for.
  CandidateNumbers head() {
    if (!isHeadRead) {
      headReader.at(bytes, headStart);
      head.read(headReader);
      isHeadRead = true;
    }
    return head;
  }

  /// The section of the next criterion, the first one after [#at].
  NumberReader section() {
    reader.at(bytes, nextSection);
    int length = reader.next();
    nextSection = reader.position() + length;
    return reader;
  }

  /// Behind the record.
  int end() {
    for (int i = 0; i < Criteria.all().size(); i++) {
      section();
    }
    return nextSection;
  }

  String id() {
    return new String(bytes, idStart, idLength, StandardCharsets.US_ASCII);
  }
}
