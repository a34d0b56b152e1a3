package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateFacts.ProjectFacts;
import dev.entente.matching.vocabulary.WhiteSpace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How well a profile presents itself, whatever the posting: headline, bio and the five best
/// projects, `0..10_000`.
final class PortfolioQuality {
  private static final int HEADLINE_POINTS = 1_000;
  private static final int BIO_POINTS = 1_500;
  private static final int BIO_LENGTH = 200;
  private static final int DESCRIPTION_POINTS = 1_000;
  private static final int DESCRIPTION_LENGTH = 80;
  private static final int LINK_POINTS = 500;
  private static final int COUNTED_PROJECTS = 5;

  private PortfolioQuality() {}

  static int of(CandidateFacts facts) {
    List<ProjectFacts> all = facts.projects();
    int[] points = new int[all.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = points(all.get(i));
    }
    Arrays.sort(points);
    int projects = 0;
    for (int i = Math.max(0, points.length - COUNTED_PROJECTS); i < points.length; i++) {
      projects += points[i];
    }
    return headline(facts) + bio(facts) + projects;
  }

  private static int headline(CandidateFacts facts) {
    return WhiteSpace.isBlank(facts.candidate().headline()) ? 0 : HEADLINE_POINTS;
  }

  private static int bio(CandidateFacts facts) {
    return facts.bioLength() >= BIO_LENGTH ? BIO_POINTS : 0;
  }

  private static int points(ProjectFacts project) {
    int description = project.descriptionLength() >= DESCRIPTION_LENGTH ? DESCRIPTION_POINTS : 0;
    return description + (project.hasLink() ? LINK_POINTS : 0);
  }

  static Explanation explain(CandidateFacts facts) {
    List<Evidence.Place> projects = bestProjects(facts.projects());
    return sum(
        "portfolioQuality",
        text("headline", headline(facts)),
        text("bio", bio(facts)),
        fact("bestProjects", projects.stream().mapToLong(Evidence.Place::value).sum(), projects));
  }

  private static Explanation text(String field, int points) {
    return fact(
        field, points, points == 0 ? List.of() : List.of(new Evidence.Place("/" + field, points)));
  }

  private static List<Evidence.Place> bestProjects(List<ProjectFacts> projects) {
    return IntStream.range(0, projects.size())
        .mapToObj(i -> new Evidence.Place(Places.at("/projects", i), points(projects.get(i))))
        .filter(project -> project.value() > 0)
        .sorted(Comparator.comparingLong(Evidence.Place::value).reversed())
        .limit(COUNTED_PROJECTS)
        .toList();
  }
}
