package dev.entente.server.matchings;

import dev.entente.documents.MatchingLine;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.MatchingFacts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A stored matching as the line that file mode writes for it.
final class StoredLine {
  private static final int HUNDREDTHS = 2;

  private StoredLine() {}

  static String of(ResultSet row) throws SQLException {
    var matching =
        new Matching(
            new CandidateId(row.getString("candidateId")),
            row.getLong("total"),
            row.getInt("confidence"),
            List.of((Integer[]) row.getArray("scores").getArray()),
            coverages(row),
            MatchingFacts.NONE);
    return MatchingLine.of(
        new JobPostingId(row.getString("jobPostingId")), row.getInt("rank"), matching);
  }

  private static List<OptionalInt> coverages(ResultSet row) throws SQLException {
    OptionalInt[] coverages = new OptionalInt[Criteria.ids().size()];
    Arrays.fill(coverages, OptionalInt.empty());
    for (Map.Entry<String, CriterionId> column : CoverageColumns.ALL.entrySet()) {
      coverages[Criteria.ids().indexOf(column.getValue())] =
          hundredths(row.getBigDecimal(column.getKey()));
    }
    return List.of(coverages);
  }

  private static OptionalInt hundredths(BigDecimal points) {
    return OptionalInt.of(points.movePointRight(HUNDREDTHS).intValueExact());
  }
}
