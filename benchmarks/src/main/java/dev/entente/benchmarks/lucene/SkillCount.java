package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.PostingColumns;
import java.util.Arrays;

/// What the skills of one candidate at a time amount to, for one posting. Not thread-safe.
final class SkillCount {
  private final int[] required;
  private final int[] wished;
  private int matched;
  private int evidencePoints;
  private int shown;
  private int wishedMatched;
  private int others;

  SkillCount(PostingColumns posting) {
    required = posting.required();
    wished = posting.wished();
  }

  /// Reads the candidate's skills.
  ///
  /// @param shownSkills how many of them are used or assessed
  void read(CandidateCursor cursor, int shownSkills) {
    matched = 0;
    evidencePoints = 0;
    shown = 0;
    wishedMatched = 0;
    others = shownSkills;
    int packed = 0;
    for (int rest = cursor.next(); rest > 0; rest--) {
      packed += cursor.next();
      count(packed >> CandidateColumns.EVIDENCE_BITS, packed & CandidateColumns.EVIDENCE_MASK);
    }
  }

  private void count(int skill, int evidence) {
    int isShown = Math.min(1, evidence);
    if (Arrays.binarySearch(required, skill) >= 0) {
      matched++;
      evidencePoints += 8 + evidence;
      shown += isShown;
      others -= isShown;
    } else if (Arrays.binarySearch(wished, skill) >= 0) {
      wishedMatched++;
      others -= isShown;
    }
  }

  /// The score of skills.
  int score() {
    return Formulas.halfUp(850 * evidencePoints + 150 * matched * bonus(), required.length);
  }

  private int bonus() {
    return wished.length == 0
        ? Math.min(10, 2 * others)
        : Formulas.halfUp(6 * wishedMatched, wished.length) + Math.min(4, others);
  }

  /// The relevance of the portfolio.
  int portfolioRelevance() {
    return Formulas.halfUp(10_000 * shown, required.length);
  }
}
