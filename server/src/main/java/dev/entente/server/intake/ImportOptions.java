package dev.entente.server.intake;

import org.jspecify.annotations.Nullable;

/// How an import is done.
///
/// @param dryRun whether nothing is stored; absent is false
public record ImportOptions(@Nullable Boolean dryRun) {
  /// Tells whether nothing is stored.
  public boolean isDry() {
    return Boolean.TRUE.equals(dryRun);
  }
}
