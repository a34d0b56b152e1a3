package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.CandidateSummary;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.MatchingAnswer;
import dev.entente.server.pages.explanation.ScoreBar;
import dev.entente.server.pages.explanation.Segment;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a list shows of a matching.
///
/// @param id of the matching
/// @param name of the candidate, or the candidate's id
/// @param rank null where it has none
/// @param status for styles and forms; `statusWord` is for people
/// @param skills the required ones
/// @param experience had and asked for; empty where it cannot be told
/// @param bars each criterion's score by itself
/// @param points what each criterion adds to the score; empty where it cannot be explained
/// @param reason null where there is none
/// @param decision null where nobody decided anything
record CandidateLine(
    String id,
    String candidateId,
    String name,
    String headline,
    String location,
    @Nullable Integer rank,
    String score,
    String confidence,
    String status,
    String statusWord,
    SkillWords skills,
    String experience,
    List<ScoreBar> bars,
    List<Segment> points,
    @Nullable ReasonView reason,
    @Nullable Decision decision) {
  static CandidateLine of(ExplainedMatching matching, PostingFacts posting, Wording wording) {
    MatchingAnswer answer = matching.answer();
    CandidateSummary candidate = answer.candidate();
    return new CandidateLine(
        answer.id(),
        candidate.id(),
        name(candidate, wording),
        Objects.requireNonNullElse(candidate.headline(), ""),
        Objects.requireNonNullElse(candidate.location(), ""),
        answer.rank(),
        wording.points(answer.matchScore().unscaledValue().longValue()),
        wording.percent(matching.confidence()),
        answer.status().name(),
        wording.text("status." + answer.status()),
        SkillWords.of(matching, new WrittenNames(posting, candidate), wording),
        ExperienceWords.of(matching, wording),
        ScoreBar.listOf(matching, wording),
        Segment.listOf(matching, wording),
        ReasonView.of(matching, wording).orElse(null),
        matching.lastMove().map(move -> Decision.of(move, wording)).orElse(null));
  }

  /// How many of the required skills the candidate has, in a sentence.
  public String coverage() {
    return skills.coverage();
  }

  /// Required skills that the candidate lacks; empty too where it cannot be told.
  public List<String> missing() {
    return skills.missing();
  }

  /// What a candidate is called: the names that are there, else the id.
  static String name(CandidateSummary candidate, Wording wording) {
    return wording.named(candidate.firstName(), candidate.lastName(), candidate.id());
  }
}
