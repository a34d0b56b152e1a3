package dev.entente.benchmarks.columns;

import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateFacts.ProjectFacts;
import dev.entente.matching.vocabulary.WhiteSpace;

/// The portfolio quality of a candidate, which no posting changes.
final class Portfolio {
  private static final int COUNTED_PROJECTS = 5;

  private Portfolio() {}

  static int quality(CandidateFacts facts) {
    int headline = WhiteSpace.isBlank(facts.candidate().headline()) ? 0 : 1_000;
    int bio = facts.bioLength() >= 200 ? 1_500 : 0;
    int projects =
        facts.projects().stream()
            .mapToInt(Portfolio::points)
            .map(points -> -points)
            .sorted()
            .limit(COUNTED_PROJECTS)
            .sum();
    return headline + bio - projects;
  }

  private static int points(ProjectFacts project) {
    return (project.descriptionLength() >= 80 ? 1_000 : 0) + (project.hasLink() ? 500 : 0);
  }
}
