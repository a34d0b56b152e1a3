package dev.entente.server.matchings;

import dev.entente.matching.criteria.CriterionId;
import java.util.Map;

/// The columns that say how much of what a posting asks for is covered, as readers of such a table
/// know them, each with its criterion.
final class CoverageColumns {
  static final Map<String, CriterionId> ALL =
      Map.of(
          "skillsMatch", new CriterionId("skills"),
          "domainMatch", new CriterionId("domains"),
          "experienceMatch", new CriterionId("experience"));

  private CoverageColumns() {}
}
