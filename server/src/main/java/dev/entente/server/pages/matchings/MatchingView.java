package dev.entente.server.pages.matchings;

import dev.entente.matching.explanation.Explanation;
import dev.entente.server.matchings.CandidateSummary;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.explanation.CalculationStep;
import dev.entente.server.pages.explanation.CriterionSection;
import dev.entente.server.pages.explanation.EvidenceWords;
import dev.entente.server.pages.explanation.WeighedScore;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page about one matching shows.
///
/// @param asOf when the score was true
/// @param languages that the candidate speaks, by name
/// @param total exact, in points; empty where there is no explanation
/// @param sections one a criterion; empty where there is no explanation
/// @param calculation how the total is computed; null where there is no explanation
record MatchingView(
    CandidateLine line,
    CandidateSummary candidate,
    List<String> workModes,
    List<String> languages,
    Wording.Moment asOf,
    String total,
    List<CriterionSection> sections,
    @Nullable CalculationStep calculation) {
  static MatchingView of(ExplainedMatching matching, PostingFacts posting, Wording wording) {
    CandidateSummary candidate = matching.answer().candidate();
    Optional<Explanation> explanation = matching.explanation();
    EvidenceWords words = EvidenceWords.of(matching, posting, wording);
    return new MatchingView(
        CandidateLine.of(matching, posting, wording),
        candidate,
        candidate.workModes().stream().map(mode -> wording.word("workMode", mode)).toList(),
        candidate.languages().stream().map(wording::language).toList(),
        wording.moment(matching.conditions().asOf()),
        explanation.map(total -> CriterionSection.points(total.value(), wording)).orElse(""),
        explanation.stream()
            .flatMap(total -> WeighedScore.listOf(total).stream())
            .map(weighed -> CriterionSection.of(weighed, words))
            .toList(),
        explanation.map(total -> CalculationStep.of(total, words)).orElse(null));
  }
}
