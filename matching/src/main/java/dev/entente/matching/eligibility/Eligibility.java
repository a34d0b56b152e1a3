package dev.entente.matching.eligibility;

import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Whether a candidate may be ranked for a job posting at all, decided before any score.
public sealed interface Eligibility {
  /// The pair may be ranked.
  record Eligible() implements Eligibility {}

  /// The pair may not be ranked.
  ///
  /// @param reasons all of them, at least one, in the order of [Reason]; copied
  record Ineligible(Set<Reason> reasons) implements Eligibility {
    /// @throws IllegalArgumentException if there is no reason
    public Ineligible {
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("ineligible needs a reason");
      }
      reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    }
  }

  /// Why a pair may not be ranked.
  enum Reason {
    /// The posting does not look for people.
    POSTING_INACTIVE,
    /// The person does not want to be matched.
    OPTED_OUT,
    /// The candidate declares none of the posting's domains.
    NO_SHARED_DOMAIN,
    /// The candidate has none of the required skills, declared, used or assessed.
    NO_SHARED_SKILL
  }

  /// Decides on a pair.
  static Eligibility of(JobPosting posting, CandidateFacts candidate) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (!posting.active()) {
      reasons.add(Reason.POSTING_INACTIVE);
    }
    if (candidate.candidate().optedOut()) {
      reasons.add(Reason.OPTED_OUT);
    }
    if (Collections.disjoint(posting.domains(), candidate.candidate().domains())) {
      reasons.add(Reason.NO_SHARED_DOMAIN);
    }
    if (Collections.disjoint(posting.skills(), candidate.skills().keySet())) {
      reasons.add(Reason.NO_SHARED_SKILL);
    }
    return reasons.isEmpty() ? new Eligible() : new Ineligible(reasons);
  }
}
