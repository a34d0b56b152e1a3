package dev.entente.server.candidates;

import java.util.List;

/// Hears of candidates in the transaction that changes them, and may change what hangs on them.
public interface CandidateListener {
  /// The candidates are about to be erased; they are withdrawn already.
  ///
  /// @param ids locked, at least one
  default void erased(List<String> ids) {}

  /// The candidates may be matched with nobody any more: they opted out, or are about to be erased.
  ///
  /// @param ids locked, at least one
  default void withdrawn(List<String> ids) {}

  /// Candidates are new, other than they were, or gone.
  default void changed() {}
}
