package dev.entente.server.live;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.explanation.Explanation;
import dev.entente.server.matchings.PairRows.PairRow;
import java.util.Optional;
import java.util.Set;

/// Whether a candidate is in the list of a posting, and why, or why not.
///
/// @param place where the candidate is
/// @param scored how the two fit now; empty where they may not be compared, or cannot be
/// @param isWaiting whether the list is about to be ranked again
public record PairOutlook(Place place, Optional<Scored> scored, boolean isWaiting) {
  /// How well a candidate fits a posting as both are now, under the conditions of all lists.
  public record Scored(Explanation explanation, RunConditions conditions) {}

  /// Where a candidate is, seen from one list.
  public sealed interface Place {}

  /// In the list.
  public record Listed(PairRow row) implements Place {}

  /// Taken off the list by somebody.
  public record Rejected(PairRow row) implements Place {}

  /// May not be ranked.
  ///
  /// @param reasons all of them
  public record Ineligible(Set<Eligibility.Reason> reasons) implements Place {}

  /// One of the two documents breaks today's rules, so that nothing can be compared.
  public record Unreadable() implements Place {}

  /// The posting was never ranked.
  public record NeverRanked() implements Place {}

  /// Eligible, and the list is older than what is known now: the next ranking decides.
  public record Awaited() implements Place {}

  /// Behind the last place of a full list.
  public record Behind(Shortfall shortfall) implements Place {}
}
