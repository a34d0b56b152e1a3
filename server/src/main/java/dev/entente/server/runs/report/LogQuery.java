package dev.entente.server.runs.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// Which lines of a run are asked for.
///
/// @param after the id of the last one that is known; 0 where absent
/// @param limit most lines, 200 where absent
record LogQuery(@Min(0) @Max(1L << 53) Long after, @Min(1) @Max(1000) Integer limit) {
  private static final int LIMIT = 200;

  LogQuery {
    after = after == null ? Long.valueOf(0) : after;
    limit = limit == null ? Integer.valueOf(LIMIT) : limit;
  }
}
