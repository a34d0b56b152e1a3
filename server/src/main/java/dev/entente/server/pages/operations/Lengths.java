package dev.entente.server.pages.operations;

import dev.entente.server.pages.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lengths of time of what may last less than a second.
final class Lengths {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Lengths() {}

  /// From one instant to another; empty if one of them is not known.
  static String between(@Nullable Instant from, @Nullable Instant to, Wording wording) {
    if (from == null || to == null) {
      return "";
    }
    Duration length = Duration.between(from, to);
    return length.compareTo(SECOND) < 0
        ? wording.text("ops.milliseconds", Math.max(0, length.toMillis()))
        : wording.duration(length);
  }
}
