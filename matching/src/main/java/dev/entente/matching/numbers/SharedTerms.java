package dev.entente.matching.numbers;

import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a pair shares, by name. Copied.
///
/// @param skills required and wished-for skills that the candidate has, and how well they are shown
/// @param domains of the posting that the candidate declares
public record SharedTerms(Map<SkillId, SkillEvidence> skills, Set<DomainId> domains) {
  public SharedTerms {
    skills = Map.copyOf(skills);
    domains = Set.copyOf(domains);
  }

  /// Compares a candidate with a posting.
  public static SharedTerms of(JobPosting posting, CandidateFacts candidate) {
    Map<SkillId, SkillEvidence> skills = new HashMap<>(candidate.skills());
    skills
        .keySet()
        .removeIf(
            skill ->
                !posting.skills().contains(skill) && !posting.niceToHaveSkills().contains(skill));
    Set<DomainId> domains = new HashSet<>(posting.domains());
    domains.retainAll(candidate.candidate().domains());
    return new SharedTerms(skills, domains);
  }

  /// The same from the head of a record.
  public static SharedTerms of(PostingNumbers posting, CandidateNumbers candidate) {
    Map<SkillId, SkillEvidence> skills = new HashMap<>();
    for (int i = 0; i < candidate.skillCount(); i++) {
      SkillId skill = posting.skillsByNumber().get(candidate.skill(i));
      if (skill != null) {
        skills.put(skill, candidate.shown(i));
      }
    }
    Set<DomainId> domains = new HashSet<>();
    for (int i = 0; i < candidate.domainCount(); i++) {
      DomainId domain = posting.domainsByNumber().get(candidate.domain(i));
      if (domain != null) {
        domains.add(domain);
      }
    }
    return new SharedTerms(skills, domains);
  }
}
