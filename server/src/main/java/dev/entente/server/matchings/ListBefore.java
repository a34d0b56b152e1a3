package dev.entente.server.matchings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/// What has to be known of a stored list before its posting is ranked.
///
/// @param asked the position of the request that it be ranked; empty if there is none
/// @param rejected whom recruiters did not want: they take no place
/// @param hasRows whether any are stored, listed or not
/// @param leastTotal of its rows, if they took all places
/// @param mark empty if the rows have to be read to know them
record ListBefore(
    Optional<Long> asked,
    Set<String> rejected,
    boolean hasRows,
    Optional<Integer> leastTotal,
    Optional<ListMark> mark) {
  static ListBefore of(ResultSet row) throws SQLException {
    int modelReasons = row.getInt("model_reasons");
    return new ListBefore(
        Optional.ofNullable(row.getObject("asked", Long.class)),
        Set.of((String[]) row.getArray("rejected").getArray()),
        row.getBoolean("has_rows"),
        Optional.ofNullable(row.getObject("least_total", Integer.class)),
        Optional.ofNullable(row.getObject("list_digest", Long.class))
            .map(digest -> new ListMark(digest, modelReasons)));
  }
}
