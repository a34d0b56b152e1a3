package dev.entente.server.pages.wording;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.candidates.WrittenProfile;
import dev.entente.server.matchings.CandidateSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Skills and domains as people wrote them: scores are made of canonical ids, but nobody wrote
/// `k8s` to read `kubernetes`. The posting's way of writing goes before the candidate's.
public final class WrittenNames {
  private final Map<SkillId, String> skills = new HashMap<>();
  private final Map<DomainId, String> domains = new HashMap<>();

  public WrittenNames(PostingFacts posting, CandidateSummary candidate) {
    for (List<String> names :
        List.of(posting.skills(), posting.niceToHaveSkills(), candidate.skills())) {
      learn(names, Vocabulary::skill, skills);
    }
    for (List<String> names : List.of(posting.domains(), candidate.domains())) {
      learn(names, Vocabulary::domain, domains);
    }
  }

  /// The names of a posting and of all that a profile names.
  public WrittenNames(PostingFacts posting, WrittenProfile candidate) {
    this(candidate);
    for (List<String> names : List.of(posting.niceToHaveSkills(), posting.skills())) {
      names.reversed().forEach(name -> put(name, Vocabulary::skill, skills));
    }
    posting.domains().reversed().forEach(name -> put(name, Vocabulary::domain, domains));
  }

  /// The names of a profile alone.
  public WrittenNames(WrittenProfile candidate) {
    skills.putAll(candidate.skills());
    domains.putAll(candidate.domains());
  }

  private static <T> void put(String name, Function<String, T> canonical, Map<T, String> written) {
    if (!WhiteSpace.isBlank(name)) {
      written.put(canonical.apply(name), name);
    }
  }

  private static <T> void learn(
      List<String> names, Function<String, T> canonical, Map<T, String> written) {
    for (String name : names) {
      if (!WhiteSpace.isBlank(name)) {
        written.putIfAbsent(canonical.apply(name), name);
      }
    }
  }

  /// A skill as it was written; the id where nobody is known to have written it.
  public String of(SkillId skill) {
    return skills.getOrDefault(skill, skill.value());
  }

  /// A domain as it was written.
  public String of(DomainId domain) {
    return domains.getOrDefault(domain, domain.value());
  }
}
