package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.WhiteSpace;
import java.time.LocalDate;
import java.util.Optional;

/// One badge that a candidate earned.
///
/// @param code compared as exact text; never blank
/// @param tier its tier
/// @param validUntil the last day (UTC) it is valid on; absent = always
public record Badge(String code, BadgeTier tier, Optional<LocalDate> validUntil) {
  /// @throws IllegalArgumentException if the code is blank
  public Badge {
    if (WhiteSpace.isBlank(code)) {
      throw new IllegalArgumentException("badge code must not be blank");
    }
  }
}
