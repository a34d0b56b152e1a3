package dev.entente.matching.numbers;

import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a pair shares, by name, in the order of the ids. Copied.
///
/// @param skills required and wished-for skills that the candidate has
/// @param domains of the posting that the candidate declares
public record SharedTerms(List<Skill> skills, List<DomainId> domains) {
  /// A skill, and how well it is shown.
  public record Skill(SkillId id, SkillEvidence evidence) {}

  public SharedTerms {
    skills = List.copyOf(skills);
    domains = List.copyOf(domains);
  }

  /// Compares a candidate with a posting.
  public static SharedTerms of(JobPosting posting, CandidateFacts candidate) {
    Set<SkillId> asked = new TreeSet<>(posting.skills());
    asked.addAll(posting.niceToHaveSkills());
    List<Skill> skills = new ArrayList<>();
    for (SkillId skill : asked) {
      SkillEvidence evidence = candidate.skills().get(skill);
      if (evidence != null) {
        skills.add(new Skill(skill, evidence));
      }
    }
    Set<DomainId> domains = new TreeSet<>(posting.domains());
    domains.retainAll(candidate.candidate().domains());
    return new SharedTerms(skills, List.copyOf(domains));
  }

  /// The same from the head of a record.
  public static SharedTerms of(PostingNumbers posting, CandidateNumbers candidate) {
    List<Skill> skills = new ArrayList<>();
    for (PostingNumbers.Named<SkillId> skill : posting.namedSkills()) {
      int place = candidate.placeOf(skill.number());
      if (place >= 0) {
        skills.add(new Skill(skill.id(), candidate.shown(place)));
      }
    }
    List<DomainId> domains = new ArrayList<>();
    for (PostingNumbers.Named<DomainId> domain : posting.namedDomains()) {
      if (candidate.hasDomain(domain.number())) {
        domains.add(domain.id());
      }
    }
    return new SharedTerms(skills, domains);
  }
}
