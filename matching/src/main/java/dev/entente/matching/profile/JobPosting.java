package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// One advertised position, as far as it may enter a score. Everything is copied.
///
/// @param id the platform's id
/// @param active whether people are to be matched with it
/// @param skills required; at least one when active
/// @param niceToHaveSkills wished for; one that is also required is only required
/// @param domains fields of work; at least one when active
/// @param level how much experience it asks for, if it says so
/// @param title at most [#LONGEST_TEXT] code points
/// @param description may be empty; at most [#LONGEST_TEXT] code points
public record JobPosting(
    JobPostingId id,
    boolean active,
    Set<SkillId> skills,
    Set<SkillId> niceToHaveSkills,
    Set<DomainId> domains,
    Optional<ExperienceLevel> level,
    String title,
    String description) {
  /// Code points of the longest title or description; it also keeps relevance within a `long`.
  public static final int LONGEST_TEXT = 20_000;

  /// @throws IllegalArgumentException if an active posting names no skill or no domain, or a text
  ///   is too long
  public JobPosting {
    requireLength("title", title);
    requireLength("description", description);
    skills = Copies.of(skills);
    niceToHaveSkills = without(niceToHaveSkills, skills);
    domains = Copies.of(domains);
    if (active && (skills.isEmpty() || domains.isEmpty())) {
      throw new IllegalArgumentException(
          "an active posting needs a skill and a domain: " + id.value());
    }
  }

  private static void requireLength(String field, String text) {
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          field + " must have at most " + LONGEST_TEXT + " code points, got: " + length);
    }
  }

  private static Set<SkillId> without(Set<SkillId> skills, Set<SkillId> others) {
    Set<SkillId> rest = new LinkedHashSet<>(skills);
    rest.removeAll(others);
    return Copies.of(rest);
  }
}
