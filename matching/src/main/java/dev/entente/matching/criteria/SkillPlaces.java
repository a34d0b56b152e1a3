package dev.entente.matching.criteria;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.vocabulary.SkillId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// Where in a candidate's document each skill is named or passed.
final class SkillPlaces {
  private final Candidate candidate;
  private final Map<SkillId, SkillEvidence> skills;

  SkillPlaces(CandidateFacts facts) {
    candidate = facts.candidate();
    skills = facts.skills();
  }

  /// How well a skill that the candidate has is shown.
  SkillEvidence shown(SkillId skill) {
    return Objects.requireNonNull(skills.get(skill));
  }

  /// The wanted skills in their order, those the candidate lacks included.
  List<Evidence> ofWanted(Collection<SkillId> wanted) {
    return wanted.stream()
        .<Evidence>map(
            skill -> skills.containsKey(skill) ? evidence(skill) : new Evidence.MissingSkill(skill))
        .toList();
  }

  /// The candidate's skills that fit, in the order of their ids.
  List<Evidence.Skill> ofAll(Predicate<SkillId> fitting) {
    return skills.keySet().stream().filter(fitting).sorted().map(this::evidence).toList();
  }

  private Evidence.Skill evidence(SkillId skill) {
    List<String> places = new ArrayList<>();
    if (candidate.skills().contains(skill)) {
      places.add("/skills");
    }
    places.addAll(
        Places.of("/experiences", candidate.experiences(), e -> e.skills().contains(skill)));
    places.addAll(Places.of("/projects", candidate.projects(), p -> p.skills().contains(skill)));
    places.addAll(Places.of("/technicalTests", candidate.technicalTests(), t -> shows(t, skill)));
    return new Evidence.Skill(skill, shown(skill), places);
  }

  private static boolean shows(TechnicalTest test, SkillId skill) {
    return CandidateFacts.isPassed(test) && test.skill().filter(skill::equals).isPresent();
  }
}
