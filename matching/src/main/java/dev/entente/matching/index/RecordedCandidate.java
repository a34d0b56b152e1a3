package dev.entente.matching.index;

import java.util.OptionalLong;

/// One candidate's record, to be compared with one posting after another. Not thread-safe.
public final class RecordedCandidate {
  private final byte[] record;
  private final RecordCursor cursor = new RecordCursor();

  /// @param record as [RecordFormat] writes it; kept
  public RecordedCandidate(byte[] record) {
    this.record = record;
  }

  /// The total with a posting; empty if the candidate is not eligible.
  public OptionalLong total(PreparedPosting posting) {
    cursor.at(record);
    return posting.posting().active()
            && EligibilityCounts.isEligible(cursor.head(), posting.overlap(cursor.head()))
        ? OptionalLong.of(posting.total(cursor))
        : OptionalLong.empty();
  }
}
