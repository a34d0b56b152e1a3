package dev.entente.server.runs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which runs are asked for.
///
/// @param limit most runs, 20 where absent
/// @param kind only these; both where absent
/// @param status only these; all where absent
record RunQuery(
    @Min(1) @Max(1000) Integer limit, @Nullable RunKind kind, List<@NotNull RunStatus> status) {
  private static final int LIMIT = 20;

  RunQuery {
    limit = limit == null ? Integer.valueOf(LIMIT) : limit;
    status = status == null ? List.of() : List.copyOf(status);
  }

  RunFilter filter() {
    return new RunFilter(kind, status);
  }
}
