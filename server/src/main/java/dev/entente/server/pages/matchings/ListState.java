package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.ListSummary;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.StoredList;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page of a job posting says about its list as a whole.
///
/// @param rankedAt null where the posting was never ranked
/// @param isWaiting whether it is about to be ranked again
/// @param eligible how many candidates could be ranked, in a sentence
/// @param reasons why others could not, most frequent first; empty where the list is full anyway
/// @param areFew whether the reasons are what a reader wants to know first
/// @param isEmptyPool whether there was nobody to choose from
record ListState(
    @Nullable Moment rankedAt,
    boolean isWaiting,
    String eligible,
    List<String> reasons,
    boolean areFew,
    boolean isEmptyPool) {
  private static final int FEW = 10;

  static ListState of(StoredList list, Wording wording) {
    ListSummary summary = list.summary();
    return new ListState(
        Optional.ofNullable(summary.rankedAt()).map(wording::moment).orElse(null),
        list.posting().active() && summary.isWaiting(),
        wording.text("page.posting.eligible", summary.eligible(), summary.ranked()),
        summary.eligible() < MatchingWriter.PLACES ? reasons(summary, wording) : List.of(),
        summary.eligible() < FEW,
        summary.eligible() == 0 && summary.ineligible().isEmpty());
  }

  /// Tells whether there is a list to be read.
  public boolean isReady() {
    return rankedAt != null && !isEmptyPool;
  }

  private static List<String> reasons(ListSummary summary, Wording wording) {
    return summary.ineligible().entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
        .map(reason -> wording.text("reason." + reason.getKey(), reason.getValue()))
        .toList();
  }
}
