package dev.entente.server.matchings;

import java.util.List;

/// A list with the reasons of its matchings.
///
/// @param reasons in the order of the matchings
record ReasonedList(ListedPosting list, List<ListReasons.Staged> reasons) {
  ReasonListener.Listed told() {
    int kept = (int) reasons.stream().filter(ListReasons.Staged::isOfModel).count();
    int wanted = (int) reasons.stream().filter(ListReasons.Staged::isAwaited).count();
    return new ReasonListener.Listed(list.postingId(), list.ranked().run(), wanted, kept);
  }
}
