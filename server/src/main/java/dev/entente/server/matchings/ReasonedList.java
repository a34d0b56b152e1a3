package dev.entente.server.matchings;

import java.util.List;

/// A list with the reasons of its matchings.
///
/// @param digest of its rows
/// @param reasons in the order of the matchings
record ReasonedList(ListedPosting list, long digest, List<ListReasons.Staged> reasons) {
  /// Tells whether no row of the posting is stored yet.
  boolean isNew() {
    return !list.before().hasRows();
  }

  WrittenList written() {
    int told = (int) reasons.stream().filter(ListReasons.Staged::isOfModel).count();
    int wanted = (int) reasons.stream().filter(ListReasons.Staged::isAwaited).count();
    return new WrittenList(list, digest, wanted, told);
  }
}
