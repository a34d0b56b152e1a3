package dev.entente.server.matchings;

import java.util.Optional;

/// A list whose rows are stored as they should be.
///
/// @param digest of its rows
/// @param wanted rows that wait for a model to tell them
/// @param told rows that a model has told
record WrittenList(ListedPosting list, long digest, int wanted, int told) {
  /// What to know it by the next time; empty while it waits: it is then looked at again.
  Optional<ListMark> mark() {
    return wanted > 0 ? Optional.empty() : Optional.of(new ListMark(digest, told));
  }

  ReasonListener.Listed heard() {
    return new ReasonListener.Listed(list.postingId(), list.ranked().run(), wanted, told);
  }
}
