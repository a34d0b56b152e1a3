package dev.entente.server.candidates;

import dev.entente.matching.criteria.ResultSums;
import java.util.Optional;

/// A candidate's record as it is stored.
///
/// @param content the bytes, or why there are none
/// @param sums of the candidate's results
record CandidateRecord(String id, Content content, ResultSums sums) {
  /// What is known of a candidate.
  sealed interface Content {}

  /// A record.
  static final class Bytes implements Content {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  /// There is none: the document breaks today's rules.
  record Problem(String text) implements Content {}

  static CandidateRecord none(String id, String problem) {
    return new CandidateRecord(id, new Problem(problem), ResultSums.NONE);
  }

  Optional<byte[]> bytes() {
    return content instanceof Bytes some ? Optional.of(some.bytes) : Optional.empty();
  }

  Optional<String> problem() {
    return content instanceof Problem(var text) ? Optional.of(text) : Optional.empty();
  }
}
