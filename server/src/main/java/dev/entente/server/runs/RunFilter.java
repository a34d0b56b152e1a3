package dev.entente.server.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of all runs. Immutable; the list is copied.
///
/// @param kind only these; null for both
/// @param statuses only these; none for all
public record RunFilter(@Nullable RunKind kind, List<RunStatus> statuses) {
  public RunFilter {
    statuses = List.copyOf(statuses);
  }
}
