package dev.entente.server.matchings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Hears of reasons in the transaction that writes a list.
public interface ReasonListener {
  /// A list was written, or is stored as it would be.
  ///
  /// @param run that ranked it; empty between runs
  /// @param wanted rows that have the template, and that a model may tell
  /// @param kept rows whose facts are as before, and which a model has told
  record Listed(String postingId, Optional<UUID> run, int wanted, int kept) {}

  /// Lists were written, or are stored as they would be.
  void listed(List<Listed> lists);
}
