package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.benchmarks.columns.Run;
import dev.entente.matching.arithmetic.Cosine;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// The exact total of one candidate at a time, for one posting. Not thread-safe.
final class Score {
  private static final int NONE = -1;
  private static final int[] WEIGHTS = Run.DEFAULT.weights();

  private final PostingColumns posting;
  private final int[] allowed;
  private final CandidateCursor cursor = new CandidateCursor();
  private final SkillCount skills;
  private final EvidenceSums evidence;
  private int number;

  /// @param allowed by the posting, as [Bound#allowed] gives it
  Score(PostingColumns posting, int[] allowed) {
    this.posting = posting;
    this.allowed = allowed;
    skills = new SkillCount(posting);
    evidence = new EvidenceSums(posting.domains());
  }

  /// The number of the candidate that was read last.
  int number() {
    return number;
  }

  /// Reads a candidate.
  ///
  /// @param matched how many of the required skills it has
  /// @param least the total that it must reach
  /// @return its total without relevance; -1 if it is seen early that it cannot reach `least`
  long known(BytesRef numbers, int matched, long least) {
    cursor.open(numbers);
    number = cursor.next();
    int months = cursor.next();
    int feedback = cursor.next();
    int training = cursor.next();
    int progression = cursor.next();
    int badges = cursor.next();
    int quality = cursor.next();
    int asked = posting.askedMonths();
    int brought = Bound.brought(months, feedback, training, progression, badges, quality, asked);
    if (brought + allowed[matched] < least) {
      return NONE;
    }
    int shownSkills = cursor.next();
    int shared = Long.bitCount(cursor.nextLong() & posting.domains());
    long domains = (long) WEIGHTS[1] * Formulas.domains(shared, posting.domainCount());
    if (brought + allowed[matched] - WEIGHTS[1] * 10_000 + domains < least) {
      return NONE;
    }
    skills.read(cursor, shownSkills);
    long sure = domains + (long) WEIGHTS[0] * skills.score();
    if (brought + sure + Bound.ofPortfolio(skills.portfolioRelevance()) + mostOfRelevance()
        < least) {
      return NONE;
    }
    return sure + (long) WEIGHTS[6] * badges + ofEvidence(quality);
  }

  private long ofEvidence(int quality) {
    evidence.read(cursor);
    int match = Formulas.experienceMatch(evidence.months(), posting.askedMonths());
    return (long) WEIGHTS[2] * Formulas.experience(match, skills.portfolioRelevance(), quality)
        + (long) WEIGHTS[3] * evidence.feedback(Run.DEFAULT.feedbackPrior())
        + (long) WEIGHTS[4] * evidence.training(Run.DEFAULT.trainingPrior())
        + (long) WEIGHTS[5] * evidence.progression();
  }

  /// The most that relevance adds to a total.
  static long mostOfRelevance() {
    return WEIGHTS[7] * 10_000L;
  }

  /// What relevance adds to a total.
  long ofRelevance(BytesRef tokens) {
    cursor.open(tokens);
    int count = cursor.next();
    int[] asked = posting.tokens();
    int shared = 0;
    int token = 0;
    int from = 0;
    for (int rest = count; rest > 0 && from < asked.length; rest--) {
      token += cursor.next();
      int found = Arrays.binarySearch(asked, from, asked.length, token);
      shared += found >= 0 ? 1 : 0;
      from = found >= 0 ? found + 1 : -found - 1;
    }
    return WEIGHTS[7] * Math.min(10_000, Cosine.rounded(20_000, shared, asked.length, count));
  }
}
