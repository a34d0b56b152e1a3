package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.Candidate;
import dev.entente.server.candidates.WrittenProfile;
import dev.entente.server.reasons.ReasonFacts;
import java.util.Optional;

/// A stored matching with all that a person needs to follow it.
///
/// @param answer as callers see it, but for the explanation
/// @param explanation empty where it would explain another number
/// @param postingId whose list it is in, or was
/// @param confidence hundredths of a per cent, `0..10_000`
/// @param conditions of the score
/// @param profile what the evidence's places point into; empty if the document breaks today's rules
/// @param written how the candidate wrote it; nothing where there is no profile
/// @param facts that its reason may be written from; empty where there is no explanation
/// @param lastMove of its status; empty where nobody decided anything
public record ExplainedMatching(
    MatchingAnswer answer,
    Optional<Explanation> explanation,
    String postingId,
    int confidence,
    RunConditions conditions,
    Optional<Candidate> profile,
    WrittenProfile written,
    Optional<ReasonFacts> facts,
    Optional<StatusMove> lastMove) {
  ExplainedMatching decided(Optional<StatusMove> last) {
    return new ExplainedMatching(
        answer, explanation, postingId, confidence, conditions, profile, written, facts, last);
  }
}
