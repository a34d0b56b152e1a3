package dev.entente.server.pages.candidates;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.server.candidates.CandidateProfile;
import dev.entente.server.live.PairOutlook;
import dev.entente.server.live.PairOutlook.Awaited;
import dev.entente.server.live.PairOutlook.Behind;
import dev.entente.server.live.PairOutlook.Ineligible;
import dev.entente.server.live.PairOutlook.Listed;
import dev.entente.server.live.PairOutlook.NeverRanked;
import dev.entente.server.live.PairOutlook.Rejected;
import dev.entente.server.live.PairOutlook.Unreadable;
import dev.entente.server.live.Shortfall;
import dev.entente.server.matchings.StatusMove;
import dev.entente.server.pages.explanation.CriterionSection;
import dev.entente.server.pages.explanation.EvidenceWords;
import dev.entente.server.pages.explanation.ExplanationTree;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a candidate is in a list, and why, or why not, in words.
///
/// @param verdict the answer in a sentence
/// @param kind of the answer, for styles: `in`, `rejected`, `ineligible`, `behind` or `waiting`
/// @param matchingId null where there is no matching
/// @param decision who rejected the candidate; null unless somebody did
/// @param gates the conditions of being ranked; empty if the documents cannot be read
/// @param shortfall null unless the candidate is behind the last place
/// @param tree how the score comes about now; null where the two may not be compared
/// @param asOf when that score is true; null likewise
record PairView(
    String verdict,
    String kind,
    boolean isWaiting,
    @Nullable String matchingId,
    @Nullable Decision decision,
    List<Gate> gates,
    @Nullable ShortfallView shortfall,
    @Nullable ExplanationTree tree,
    Wording.@Nullable Moment asOf) {
  /// A rejection.
  ///
  /// @param by null where that was not said
  /// @param reason in the words of whoever rejected; null where there are none
  record Decision(@Nullable String by, Wording.Moment at, @Nullable String reason) {}

  /// How far the candidate stays below the last place, all in points.
  record ShortfallView(String own, String last, String missing, List<DifferenceLine> lines) {
    private static ShortfallView of(Shortfall shortfall, Wording wording) {
      return new ShortfallView(
          CriterionSection.points(shortfall.own(), wording),
          CriterionSection.points(shortfall.last(), wording),
          DifferenceLine.signed(-shortfall.points(), wording),
          DifferenceLine.listOf(shortfall, wording));
    }
  }

  /// @param last what was decided last about the pair
  static PairView of(
      PairOutlook outlook,
      Optional<StatusMove> last,
      PostingFacts posting,
      CandidateProfile candidate,
      Wording wording) {
    var place = outlook.place();
    Optional<Shortfall> shortfall =
        place instanceof Behind(var found) ? Optional.of(found) : Optional.empty();
    Set<Reason> failed = place instanceof Ineligible(var reasons) ? reasons : Set.of();
    return new PairView(
        verdict(place, wording),
        kind(place),
        outlook.isWaiting(),
        matchingId(place),
        place instanceof Rejected(var row)
            ? new Decision(
                row.by(),
                wording.moment(Objects.requireNonNull(row.at())),
                last.map(StatusMove::reason).orElse(null))
            : null,
        candidate.facts().isEmpty() ? List.of() : Gate.listOf(failed, posting, candidate, wording),
        shortfall.map(one -> ShortfallView.of(one, wording)).orElse(null),
        outlook.scored().map(scored -> tree(scored, posting, candidate, wording)).orElse(null),
        outlook.scored().map(scored -> wording.moment(scored.conditions().asOf())).orElse(null));
  }

  private static ExplanationTree tree(
      PairOutlook.Scored scored,
      PostingFacts posting,
      CandidateProfile candidate,
      Wording wording) {
    var words =
        EvidenceWords.of(
            posting,
            candidate.facts().map(facts -> facts.candidate()),
            candidate.written(),
            wording);
    return ExplanationTree.of(scored.explanation(), words);
  }

  private static @Nullable String matchingId(PairOutlook.Place place) {
    return switch (place) {
      case Listed(var row) -> row.matchingId();
      case Rejected(var row) -> row.matchingId();
      case Ineligible _, Unreadable _, NeverRanked _, Awaited _, Behind _ -> null;
    };
  }

  private static String verdict(PairOutlook.Place place, Wording wording) {
    return switch (place) {
      case Listed _ -> wording.text("pair.in");
      case Rejected _ -> wording.text("pair.rejected");
      case Ineligible _ -> wording.text("pair.ineligible");
      case Unreadable _ -> wording.text("pair.unreadable");
      case NeverRanked _ -> wording.text("pair.neverRanked");
      case Awaited _ -> wording.text("pair.awaited");
      case Behind(var shortfall) ->
          wording.text("pair.behind", CriterionSection.points(shortfall.points(), wording));
    };
  }

  private static String kind(PairOutlook.Place place) {
    return switch (place) {
      case Listed _ -> "good";
      case Rejected _, Ineligible _, Unreadable _ -> "bad";
      case NeverRanked _, Awaited _, Behind _ -> "";
    };
  }
}
