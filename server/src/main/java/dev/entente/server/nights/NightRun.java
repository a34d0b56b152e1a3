package dev.entente.server.nights;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A generation run over all postings that has ended by itself, as far as a night is concerned.
///
/// @param isCompleted whether it came to its end; else it failed
/// @param postings how many active postings there were
/// @param written how many lists were written
/// @param failed how many postings keep the lists that they had
/// @param chunksFailed how many chunks were given up as a whole
/// @param error why it failed; empty if it is completed
public record NightRun(
    UUID id,
    boolean isCompleted,
    Instant startedAt,
    Instant finishedAt,
    int postings,
    int written,
    int failed,
    int chunksFailed,
    Optional<String> error) {
  /// Tells whether it left nothing out.
  public boolean isWhole() {
    return isCompleted && failed == 0 && chunksFailed == 0;
  }
}
