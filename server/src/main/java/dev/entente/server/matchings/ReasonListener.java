package dev.entente.server.matchings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Hears of reasons in the transaction that writes a list.
public interface ReasonListener {
  /// A list was written.
  ///
  /// @param run that ranked it; empty between runs
  /// @param written rows whose facts are new: templates tell them, and a model may
  /// @param kept rows whose facts are as before, and which a model has told
  record Listed(String postingId, Optional<UUID> run, int written, int kept) {}

  /// Lists were written.
  void listed(List<Listed> lists);
}
