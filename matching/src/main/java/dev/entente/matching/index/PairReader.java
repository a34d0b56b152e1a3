package dev.entente.matching.index;

import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;

/// Reads one candidate's record after another as a posting sees it. Not thread-safe.
final class PairReader {
  private final RecordCursor cursor = new RecordCursor();
  private final Overlap overlap = new Overlap();

  /// Reads a candidate and counts the overlap.
  void read(CandidateRecords records, int candidate, PostingNumbers posting) {
    records.read(candidate, cursor);
    overlap.count(posting, cursor.head());
  }

  RecordCursor cursor() {
    return cursor;
  }

  Overlap overlap() {
    return overlap;
  }

  /// The section of the next criterion.
  NumberReader section() {
    return cursor.section();
  }

  /// Tells whether the candidate is eligible for the posting, if that is active.
  boolean isEligible() {
    return EligibilityCounts.isEligible(cursor.head(), overlap);
  }
}
