package dev.entente.server.matchings;

import dev.entente.matching.criteria.CriterionId;
import java.util.Map;

/// The columns that say how much of what a posting asks for is covered, as readers of such a table
/// know them, each with its criterion.
final class CoverageColumns {
  static final CriterionId SKILLS = new CriterionId("skills");
  static final CriterionId DOMAINS = new CriterionId("domains");
  static final CriterionId EXPERIENCE = new CriterionId("experience");
  static final Map<String, CriterionId> ALL =
      Map.of("skillsMatch", SKILLS, "domainMatch", DOMAINS, "experienceMatch", EXPERIENCE);

  private CoverageColumns() {}
}
