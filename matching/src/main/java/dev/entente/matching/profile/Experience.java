package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/// One position that a candidate held.
///
/// @param domain its field of work; without one its months count nowhere
/// @param skills shown there; copied, order kept
/// @param from first month
/// @param to first month that is not counted any more, not before `from`; absent = lasts
/// @param title may be empty
/// @param description may be empty
public record Experience(
    Optional<DomainId> domain,
    Set<SkillId> skills,
    YearMonth from,
    Optional<YearMonth> to,
    String title,
    String description) {
  /// @throws IllegalArgumentException if `to` is before `from`
  public Experience {
    skills = Copies.of(skills);
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("to must not be before " + from + ", got: " + to.get());
    }
  }
}
