package dev.entente.matching.index;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.Overlap;
import java.util.EnumMap;
import java.util.Map;

/// How many candidates are eligible for a posting, and how many are not for each reason, while they
/// are counted.
final class EligibilityCounts {
  private final Map<Reason, Integer> ineligible = new EnumMap<>(Reason.class);
  private int eligible;

  EligibilityCounts() {}

  /// As many as others, to be counted on.
  EligibilityCounts(EligibilityCounts others) {
    ineligible.putAll(others.ineligible);
    eligible = others.eligible;
  }

  void addEligible(int candidates) {
    eligible += candidates;
  }

  void add(Reason reason, int candidates) {
    if (candidates > 0) {
      ineligible.merge(reason, candidates, Integer::sum);
    }
  }

  /// Counts one candidate; true if eligible.
  boolean add(CandidateNumbers candidate, Overlap overlap) {
    add(Reason.OPTED_OUT, candidate.isOptedOut() ? 1 : 0);
    add(Reason.NO_SHARED_DOMAIN, overlap.domains() == 0 ? 1 : 0);
    add(Reason.NO_SHARED_SKILL, overlap.required() == 0 ? 1 : 0);
    boolean isEligible = isEligible(candidate, overlap);
    eligible += isEligible ? 1 : 0;
    return isEligible;
  }

  /// Tells whether a candidate is eligible for an active posting.
  static boolean isEligible(CandidateNumbers candidate, Overlap overlap) {
    return !candidate.isOptedOut() && overlap.domains() > 0 && overlap.required() > 0;
  }

  int eligible() {
    return eligible;
  }

  /// Reasons that occurred.
  Map<Reason, Integer> ineligible() {
    return ineligible;
  }
}
