package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody decided about a matching.
///
/// @param id of the decision; later ones have higher ids
/// @param from the status before
/// @param to the status since; the same where only a reason was given
/// @param by who decided; null where that was not said
/// @param reason why, in their words; null where they said none
public record StatusMove(
    long id,
    String matchingId,
    MatchingStatus from,
    MatchingStatus to,
    @Nullable String by,
    @Nullable String reason,
    Instant at) {
  static StatusMove of(ResultSet row, int number) throws SQLException {
    return new StatusMove(
        row.getLong("id"),
        row.getString("matching_id"),
        MatchingStatus.valueOf(row.getString("old_status")),
        MatchingStatus.valueOf(row.getString("new_status")),
        row.getString("author"),
        row.getString("reason"),
        row.getTimestamp("changed_at").toInstant());
  }
}
