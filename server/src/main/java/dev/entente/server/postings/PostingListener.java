package dev.entente.server.postings;

import java.util.List;

/// Hears of job postings in the transaction that changes them.
public interface PostingListener {
  /// The postings are new or other than they were.
  ///
  /// @param ids locked, at least one
  void changed(List<String> ids);
}
