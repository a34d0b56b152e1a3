package dev.entente.documents;

import dev.entente.matching.vocabulary.WhiteSpace;
import java.util.Optional;

/// The document that moves the status of a matching.
///
/// @param status where to
/// @param by the platform's id of who decided, if it says so
/// @param reason why, in the words of who decided; at most [#LONGEST_REASON] code points, never
///   blank
public record StatusChange(MatchingStatus status, Optional<String> by, Optional<String> reason) {
  /// Most code points of a reason.
  public static final int LONGEST_REASON = 1_000;

  static Optional<StatusChange> read(Fields fields) {
    Optional<MatchingStatus> status = fields.required("status", Values.oneOf(MatchingStatus.class));
    Optional<String> by = fields.optional("by", Values::id);
    Optional<String> reason =
        fields
            .optional("reason", value -> Values.text(value, LONGEST_REASON))
            .filter(text -> !WhiteSpace.isBlank(text));
    return fields.finish(() -> new StatusChange(status.orElseThrow(), by, reason));
  }
}
