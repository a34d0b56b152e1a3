package dev.entente.server.matchings;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What has to be known of a stored row before its list is replaced.
///
/// @param factsDigest of the facts that its reason was written from; null if it has none
/// @param isByModel whether a model wrote it
/// @param isAwaited whether a model is still to write it
record KnownRow(
    String candidateId,
    boolean isListed,
    @Nullable Long factsDigest,
    boolean isByModel,
    boolean isAwaited) {
  static KnownRow of(ResultSet row) throws SQLException {
    return new KnownRow(
        row.getString("candidateId"),
        row.getBoolean("listed"),
        row.getObject("factsDigest", Long.class),
        row.getBoolean("by_model"),
        row.getBoolean("aiReasonAwaited"));
  }

  boolean isOf(long digest) {
    return factsDigest != null && factsDigest == digest;
  }
}
