package dev.entente.server.matchings;

import dev.entente.matching.eligibility.Eligibility;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What there is to know of a posting's stored list without reading it.
///
/// @param ranked how many matchings have a rank
/// @param eligible how many candidates could be ranked
/// @param ineligible how often each reason excluded a candidate; one may have several
/// @param best the highest match score, in points; null where nobody has a rank
/// @param rankedAt null where the posting was never ranked
/// @param isWaiting whether it will be ranked again as soon as it is active
public record ListSummary(
    String postingId,
    int ranked,
    int eligible,
    Map<Eligibility.Reason, Integer> ineligible,
    @Nullable BigDecimal best,
    @Nullable Instant rankedAt,
    boolean isWaiting) {
  private static final int DECIMALS = 2;
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<EnumMap<Eligibility.Reason, Integer>> REASONS =
      new TypeReference<>() {};

  static ListSummary of(ResultSet row, int number) throws SQLException {
    BigDecimal best = row.getBigDecimal("best");
    Timestamp rankedAt = row.getTimestamp("ranked_at");
    return new ListSummary(
        row.getString("id"),
        row.getInt("ranked"),
        row.getInt("eligible"),
        JSON.readValue(row.getString("ineligible"), REASONS),
        best == null ? null : best.setScale(DECIMALS),
        rankedAt == null ? null : rankedAt.toInstant(),
        row.getBoolean("waiting"));
  }
}
