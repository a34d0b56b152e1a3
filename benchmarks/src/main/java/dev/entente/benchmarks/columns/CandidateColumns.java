package dev.entente.benchmarks.columns;

import dev.entente.benchmarks.pool.CandidateNumber;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a candidate comes down to, in numbers that depend on no posting; every peer stores these.
/// Arrays are not copied: whoever gets one leaves it as it is.
///
/// @param number its id is [CandidateNumber#id]
/// @param domains bits of the declared ones
/// @param skills `number * 4 + evidence`, evidence 0 declared, 1 used, 2 assessed; ascending
/// @param shownSkills how many of them are used or assessed
/// @param portfolioQuality `0..10_000`
/// @param badgePoints of the badges valid at the run's instant
/// @param tokens ascending
/// @param evidence by sets of domains
@SuppressWarnings("ArrayRecordComponent") // never compared; lists of boxed numbers would be slow
public record CandidateColumns(
    int number,
    boolean optedOut,
    long domains,
    int[] skills,
    int shownSkills,
    int portfolioQuality,
    int badgePoints,
    int[] tokens,
    List<DomainEvidence> evidence) {
  /// How far a skill's number is shifted, to leave room for its evidence.
  public static final int EVIDENCE_BITS = 2;

  /// The bits that hold the evidence.
  public static final int EVIDENCE_MASK = (1 << EVIDENCE_BITS) - 1;

  /// Works the columns out.
  public static CandidateColumns of(
      CandidateFacts facts, Numbering numbering, RunConditions conditions) {
    Candidate candidate = facts.candidate();
    return new CandidateColumns(
        CandidateNumber.of(candidate.id()),
        candidate.optedOut(),
        numbering.domainBits(candidate.domains()),
        skills(facts.skills(), numbering),
        Math.toIntExact(
            facts.skills().values().stream()
                .filter(evidence -> evidence != SkillEvidence.DECLARED)
                .count()),
        Portfolio.quality(facts),
        BadgePoints.of(candidate.badges(), conditions.asOf()),
        numbering.tokens(facts.tokens()),
        EvidenceByDomain.of(facts, numbering, conditions.asOf()));
  }

  private static int[] skills(Map<SkillId, SkillEvidence> skills, Numbering numbering) {
    int[] packed = new int[skills.size()];
    int next = 0;
    for (Map.Entry<SkillId, SkillEvidence> skill : skills.entrySet()) {
      packed[next++] = numbering.skill(skill.getKey()) << EVIDENCE_BITS | bits(skill.getValue());
    }
    Arrays.sort(packed);
    return packed;
  }

  private static int bits(SkillEvidence evidence) {
    return switch (evidence) {
      case DECLARED -> 0;
      case USED -> 1;
      case ASSESSED -> 2;
    };
  }
}
