package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.CandidateSummary;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.explanation.EvidenceWords;
import dev.entente.server.pages.explanation.ExplanationTree;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page about one matching shows.
///
/// @param asOf when the score was true
/// @param languages that the candidate speaks, by name
/// @param tree how the score comes about; null where there is no explanation
record MatchingView(
    CandidateLine line,
    CandidateSummary candidate,
    List<String> workModes,
    List<String> languages,
    Wording.Moment asOf,
    @Nullable ExplanationTree tree) {
  static MatchingView of(ExplainedMatching matching, PostingFacts posting, Wording wording) {
    CandidateSummary candidate = matching.answer().candidate();
    EvidenceWords words = EvidenceWords.of(matching, posting, wording);
    return new MatchingView(
        CandidateLine.of(matching, posting, wording),
        candidate,
        candidate.workModes().stream().map(mode -> wording.word("workMode", mode)).toList(),
        candidate.languages().stream().map(wording::language).toList(),
        wording.moment(matching.conditions().asOf()),
        matching.explanation().map(total -> ExplanationTree.of(total, words)).orElse(null));
  }
}
