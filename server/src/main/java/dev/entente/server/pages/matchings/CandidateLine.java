package dev.entente.server.pages.matchings;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.server.matchings.CandidateSummary;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.MatchingAnswer;
import dev.entente.server.pages.explanation.ScoreBar;
import dev.entente.server.pages.explanation.Terms;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a list shows of a matching.
///
/// @param id of the matching
/// @param name of the candidate, or the candidate's id
/// @param rank null where it has none
/// @param status for styles; `statusWord` is for people
/// @param coverage of the required skills, in a sentence
/// @param missing required skills that the candidate lacks; empty too where it cannot be told
/// @param reason null where there is none
record CandidateLine(
    String id,
    String name,
    String headline,
    String location,
    @Nullable Integer rank,
    String score,
    String confidence,
    String status,
    String statusWord,
    String coverage,
    List<String> missing,
    List<ScoreBar> bars,
    @Nullable ReasonView reason) {
  static CandidateLine of(ExplainedMatching matching, PostingFacts posting, Wording wording) {
    MatchingAnswer answer = matching.answer();
    CandidateSummary candidate = answer.candidate();
    Optional<Explanation.Fact> matched =
        matching.explanation().flatMap(CandidateLine::matchedSkills);
    return new CandidateLine(
        answer.id(),
        name(candidate, wording),
        Objects.requireNonNullElse(candidate.headline(), ""),
        Objects.requireNonNullElse(candidate.location(), ""),
        answer.rank(),
        wording.points(answer.matchScore().unscaledValue().longValue()),
        wording.percent(matching.confidence()),
        answer.status().name(),
        wording.text("status." + answer.status()),
        matched
            .map(fact -> coverage(fact, wording))
            .orElseGet(
                () ->
                    wording.text(
                        "page.coverage.share",
                        wording.percent(answer.skillsMatch().unscaledValue().longValue()))),
        matched.map(fact -> missing(fact, new WrittenNames(posting, candidate))).orElse(List.of()),
        ScoreBar.listOf(matching, wording),
        ReasonView.of(matching, wording).orElse(null));
  }

  /// What a candidate is called: the names that are there, else the id.
  static String name(CandidateSummary candidate, Wording wording) {
    String name =
        Stream.of(candidate.firstName(), candidate.lastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return wording.named(name, candidate.id());
  }

  private static Optional<Explanation.Fact> matchedSkills(Explanation explanation) {
    return Terms.facts(explanation).filter(fact -> fact.term().equals("matchedSkills")).findFirst();
  }

  private static String coverage(Explanation.Fact matched, Wording wording) {
    return wording.text("page.coverage", matched.value(), matched.evidence().size());
  }

  private static List<String> missing(Explanation.Fact matched, WrittenNames names) {
    return matched.evidence().stream()
        .filter(Evidence.MissingSkill.class::isInstance)
        .map(evidence -> names.of(((Evidence.MissingSkill) evidence).skill()))
        .toList();
  }
}
