package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.SkillId;
import java.util.Set;

/// One piece of a candidate's portfolio.
///
/// @param title may be empty
/// @param description may be empty
/// @param link may be empty; anything else than an `http` or `https` address counts as none
/// @param skills shown there; copied, order kept
public record Project(String title, String description, String link, Set<SkillId> skills) {
  public Project {
    skills = Copies.of(skills);
  }
}
