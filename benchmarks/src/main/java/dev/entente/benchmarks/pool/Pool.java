package dev.entente.benchmarks.pool;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.JobPosting;
import java.time.Instant;

/// Candidates and job postings by number, made when they are asked for: a number always gives the
/// same. Thread-safe.
public interface Pool {
  /// The instant that every measurement takes for the present.
  Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");

  /// Fixed, so that pools of different sizes give a pair the same scores.
  RunConditions CONDITIONS = new RunConditions(AS_OF, new Calibration(6_000, 6_200));

  /// Where the candidates and postings come from, in a few words.
  String origin();

  /// The candidate with this number; its id is [CandidateNumber#id].
  ///
  /// @param number at least 0
  Candidate candidate(int number);

  /// The active job posting with this number.
  ///
  /// @param number at least 0
  JobPosting posting(int number);
}
