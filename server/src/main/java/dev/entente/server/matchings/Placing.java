package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A candidate's row in the list of one posting.
///
/// @param id of the matching
/// @param title of the posting
/// @param active whether the posting is
/// @param document of the posting, as it is now
/// @param rank null where there is none
/// @param matchScore points, two decimals
/// @param scores in the order of the criteria, hundredths of a point
/// @param isWaiting whether the list is about to be ranked again
public record Placing(
    String id,
    String postingId,
    String title,
    boolean active,
    String document,
    @Nullable Integer rank,
    BigDecimal matchScore,
    MatchingStatus status,
    List<Integer> scores,
    boolean isWaiting) {
  private static final int DECIMALS = 2;

  static Placing of(ResultSet row, int number) throws SQLException {
    return new Placing(
        row.getString("id"),
        row.getString("posting"),
        row.getString("title"),
        row.getBoolean("active"),
        row.getString("document"),
        row.getObject("rank", Integer.class),
        row.getBigDecimal("matchScore").setScale(DECIMALS),
        MatchingStatus.valueOf(row.getString("status")),
        List.of((Integer[]) row.getArray("scores").getArray()),
        row.getBoolean("waiting") && row.getBoolean("active"));
  }
}
