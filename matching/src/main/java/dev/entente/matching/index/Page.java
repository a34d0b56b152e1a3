package dev.entente.matching.index;

import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.profile.SkillEvidence;

/// Who of up to 65,536 successive ranks, or candidates, has which skill and domain. Immutable,
/// shared by threads.
///
/// @param skills of ranks with their evidence, of candidates without
/// @param domains that are declared
record Page(TermPage skills, TermPage domains) {
  /// The numbers with a skill that is just so well shown.
  RankSet withSkill(int skill, SkillEvidence evidence) {
    return skills.of(CandidateNumbers.withEvidence(skill, evidence));
  }

  RankSet withDomain(int domain) {
    return domains.of(domain);
  }
}
