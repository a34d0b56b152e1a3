package dev.entente.server.pages.explanation;

import dev.entente.matching.explanation.Explanation;
import dev.entente.server.pages.wording.Wording;
import java.util.List;

/// One criterion of an explained matching: what it says, what was counted, how it was computed.
///
/// @param id of the criterion
/// @param name in words
/// @param about what it measures
/// @param summary what was counted, in a sentence
/// @param weight its share of the total
/// @param score in points
/// @param points weight times score, exact, in points
/// @param isNeutral whether the score stands in for what could not be measured
/// @param segment where its points stand in the total
public record CriterionSection(
    String id,
    String name,
    String about,
    String summary,
    String weight,
    String score,
    String points,
    boolean isNeutral,
    Segment segment,
    List<EvidenceGroup> groups,
    CalculationStep calculation) {
  private static final double UNITS_OF_POINT = 1_000_000;

  static CriterionSection of(WeighedScore weighed, Segment segment, EvidenceWords words) {
    Wording wording = words.wording();
    String criterion = weighed.criterion();
    return new CriterionSection(
        criterion,
        wording.text("criterion." + criterion),
        wording.text("criterion." + criterion + ".about"),
        summary(weighed, wording),
        wording.percent(weighed.weight()),
        wording.points(weighed.score().value()),
        points(weighed.product().value(), wording),
        weighed.isNeutral(),
        segment,
        EvidenceGroup.listOf(weighed.score(), words),
        CalculationStep.of(weighed.product(), words));
  }

  /// A weighted number in points, exact.
  public static String points(long product, Wording wording) {
    return wording.exact(product / UNITS_OF_POINT);
  }

  // Which numbers the sentence about a criterion reads, in order.
  private static List<String> told(String criterion) {
    return switch (criterion) {
      case "skills" -> List.of("matchedSkills", "requiredSkills");
      case "domains" -> List.of("sharedDomains", "askedDomains");
      case "experience" -> List.of("months", "askedMonths");
      case "recruiterFeedback", "training" -> List.of("resultCount");
      case "progression" -> List.of("seriesCount");
      case "badges" -> List.of("badgePoints");
      case "relevance" -> List.of("sharedTokens", "postingTokens", "candidateTokens");
      default -> List.of();
    };
  }

  /// A number that is not in the tree is 0: an experience that is not asked for, a series that
  /// there is not.
  private static String summary(WeighedScore weighed, Wording wording) {
    Object[] numbers =
        told(weighed.criterion()).stream()
            .map(term -> Terms.find(weighed.score(), term))
            .map(number -> number.map(Explanation::value).orElse(0L))
            .toArray();
    return wording.text("criterion." + weighed.criterion() + ".summary", numbers);
  }
}
