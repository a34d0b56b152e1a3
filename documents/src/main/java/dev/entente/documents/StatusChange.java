package dev.entente.documents;

import java.util.Optional;

/// The document that moves the status of a matching.
///
/// @param status where to
/// @param by the platform's id of who decided, if it says so
public record StatusChange(MatchingStatus status, Optional<String> by) {
  static Optional<StatusChange> read(Fields fields) {
    Optional<MatchingStatus> status = fields.required("status", Values.oneOf(MatchingStatus.class));
    Optional<String> by = fields.optional("by", Values::id);
    return fields.finish(() -> new StatusChange(status.orElseThrow(), by));
  }
}
