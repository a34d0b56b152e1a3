package dev.entente.matching.numbers;

import dev.entente.matching.profile.SkillEvidence;

/// What a candidate has of the skills and domains of a posting, or has at the most.
///
/// @param required required skills
/// @param shown required skills that are used or assessed
/// @param assessed required skills that are assessed
/// @param wished wished-for skills
/// @param others skills neither required nor wished for that are used or assessed
/// @param domains that the candidate declares
public record Overlap(int required, int shown, int assessed, int wished, int others, int domains) {
  /// Compares a candidate with a posting.
  public static Overlap of(PostingNumbers posting, CandidateNumbers candidate) {
    int[] required = new int[SkillEvidence.values().length];
    int wished = 0;
    int others = 0;
    int next = 0;
    int[] wanted = posting.wanted();
    for (int i = 0; i < candidate.skillCount(); i++) {
      int skill = candidate.skill(i);
      while (next < wanted.length && PostingNumbers.skill(wanted[next]) < skill) {
        next++;
      }
      if (next == wanted.length || PostingNumbers.skill(wanted[next]) != skill) {
        others += candidate.isShown(i) ? 1 : 0;
      } else if (PostingNumbers.isRequired(wanted[next])) {
        required[candidate.evidence(i)]++;
      } else {
        wished++;
      }
    }
    int assessed = required[CandidateNumbers.code(SkillEvidence.ASSESSED)];
    int shown = required[CandidateNumbers.code(SkillEvidence.USED)] + assessed;
    int declared = required[CandidateNumbers.code(SkillEvidence.DECLARED)];
    return new Overlap(
        declared + shown, shown, assessed, wished, others, domains(posting, candidate));
  }

  private static int domains(PostingNumbers posting, CandidateNumbers candidate) {
    int domains = 0;
    for (int i = 0; i < candidate.domainCount(); i++) {
      domains += posting.hasDomain(candidate.domain(i)) ? 1 : 0;
    }
    return domains;
  }
}
