package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.HighestScores;
import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.benchmarks.columns.Run;
import dev.entente.matching.arithmetic.Rounding;
import java.util.List;

/// The most that a total can be, in two addends: what the candidate brings to whatever posting, by
/// how much experience is asked, and what the posting allows, by how many of its skills match.
final class Bound {
  /// The months that the levels of experience ask for; absent asks for 24.
  static final List<Integer> ASKED_MONTHS = List.of(0, 12, 24, 36, 60, 96);

  /// The one by which the index is sorted.
  static final int SORTED_BY = ASKED_MONTHS.indexOf(36);

  private static final int[] WEIGHTS = Run.DEFAULT.weights();

  private Bound() {}

  /// What a candidate brings, for one of [#ASKED_MONTHS].
  static int brought(CandidateColumns candidate, HighestScores highest, int asked) {
    return brought(
        highest.months(),
        highest.feedback(),
        highest.training(),
        highest.progression(),
        highest.badges(),
        candidate.portfolioQuality(),
        asked);
  }

  static int brought(
      int months, int feedback, int training, int progression, int badges, int quality, int asked) {
    // Twenty times the score of experience, as if each rounding went up; relevance is in `allowed`.
    int experience = 10 * Formulas.experienceMatch(months, asked) + 4 * quality + 15;
    return Math.ceilDiv(WEIGHTS[2] * experience, 20)
        + WEIGHTS[3] * feedback
        + WEIGHTS[4] * training
        + WEIGHTS[5] * progression
        + WEIGHTS[6] * badges;
  }

  /// What a posting allows to who has `matched` of its skills, at index `matched`.
  static int[] allowed(PostingColumns posting) {
    int required = posting.required().length;
    int[] allowed = new int[required + 1];
    for (int matched = 0; matched <= required; matched++) {
      int share = Rounding.halfUpToInt(10_000L * matched, required);
      allowed[matched] =
          WEIGHTS[0] * share + WEIGHTS[1] * 10_000 + ofPortfolio(share) + WEIGHTS[7] * 10_000;
    }
    return allowed;
  }

  /// What the relevance of a portfolio adds at most.
  static int ofPortfolio(int relevance) {
    return Math.ceilDiv(WEIGHTS[2] * 6 * relevance, 20);
  }
}
