package dev.entente.benchmarks.pool;

import dev.entente.matching.profile.CandidateId;

/// The ids of candidates: their numbers with leading zeros, so that both have one order and a peer
/// may break ties by number.
public final class CandidateNumber {
  private static final int DIGITS = 8;
  private static final String PREFIX = "c-";

  private CandidateNumber() {}

  /// The id of a candidate.
  public static CandidateId id(int number) {
    String digits = Integer.toString(number);
    return new CandidateId(PREFIX + "0".repeat(DIGITS - digits.length()) + digits);
  }

  /// The number of a candidate.
  public static int of(CandidateId id) {
    return Integer.parseInt(id.value(), PREFIX.length(), id.value().length(), 10);
  }
}
