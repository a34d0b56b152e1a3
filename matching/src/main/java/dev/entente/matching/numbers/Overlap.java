package dev.entente.matching.numbers;

import dev.entente.matching.profile.SkillEvidence;
import java.util.Arrays;

/// What one candidate has of the skills and domains of one posting. Reused from pair to pair; not
/// thread-safe.
public final class Overlap {
  private final int[] requiredByEvidence = new int[SkillEvidence.values().length];
  private int wished;
  private int others;
  private int domains;

  /// Without a pair yet.
  public Overlap() {}

  /// Counts a pair.
  public void count(PostingNumbers posting, CandidateNumbers candidate) {
    Arrays.fill(requiredByEvidence, 0);
    wished = 0;
    others = 0;
    countSkills(posting.wanted(), candidate);
    domains = 0;
    for (int i = 0; i < candidate.domainCount(); i++) {
      domains += posting.hasDomain(candidate.domain(i)) ? 1 : 0;
    }
  }

  private void countSkills(int[] wanted, CandidateNumbers candidate) {
    int next = 0;
    for (int i = 0; i < candidate.skillCount(); i++) {
      int skill = candidate.skill(i);
      while (next < wanted.length && PostingNumbers.skill(wanted[next]) < skill) {
        next++;
      }
      int evidence = candidate.evidence(i);
      if (next == wanted.length || PostingNumbers.skill(wanted[next]) != skill) {
        others += CandidateNumbers.isEvidenceShown(evidence) ? 1 : 0;
      } else if (PostingNumbers.isRequired(wanted[next])) {
        requiredByEvidence[evidence]++;
      } else {
        wished++;
      }
    }
  }

  /// Required skills that the candidate has.
  public int required() {
    int all = 0;
    for (int some : requiredByEvidence) {
      all += some;
    }
    return all;
  }

  /// Required skills that the candidate has with just this evidence.
  public int required(SkillEvidence evidence) {
    return requiredByEvidence[CandidateNumbers.code(evidence)];
  }

  /// Wished-for skills that the candidate has.
  public int wished() {
    return wished;
  }

  /// The candidate's skills neither required nor wished for that are used or assessed.
  public int others() {
    return others;
  }

  /// The posting's domains that the candidate declares.
  public int domains() {
    return domains;
  }
}
