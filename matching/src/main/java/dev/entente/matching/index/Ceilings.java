package dev.entente.matching.index;

import dev.entente.matching.numbers.Overlap;
import java.util.Arrays;

/// What a posting's scores can add to [Standings#highest], by what is shared; worked out when it is
/// first asked for. Not thread-safe.
final class Ceilings {
  // With more skills than this, those that are shown are not told apart: the table would be too
  // large.
  private static final int MOST_SKILLS = 32;
  // More than any candidate has.
  private static final int MOST_OTHERS = 1_000_000;
  private static final long UNKNOWN = -1;

  private final PreparedPosting posting;
  private final int skills;
  private final int wished;
  private final boolean tellsShown;
  private final long[] known;
  private final long[] knownShared;

  Ceilings(PreparedPosting posting) {
    this.posting = posting;
    skills = posting.numbers().requiredSkills().length;
    wished = posting.numbers().wishedSkills().length;
    tellsShown = skills <= MOST_SKILLS;
    int states = (skills + 1) * (tellsShown ? skills + 1 : 1);
    known = new long[states * (posting.numbers().domains().length + 1)];
    knownShared = new long[known.length];
    Arrays.fill(known, UNKNOWN);
  }

  /// Whatever else is shared.
  ///
  /// @param required skills that are shared
  /// @param shown how many of these are used or assessed
  /// @param domains that are shared
  long of(int required, int shown, int domains) {
    return known[state(required, shown, domains)];
  }

  /// Where all that is shared is known.
  long of(Overlap overlap) {
    int state = state(overlap.required(), overlap.shown(), overlap.domains());
    return known[state] - knownShared[state] + posting.shared(overlap);
  }

  private int state(int required, int shown, int domains) {
    int skillState = tellsShown ? required * (skills + 1) + shown : required;
    int state = domains * (skills + 1) * (tellsShown ? skills + 1 : 1) + skillState;
    if (known[state] == UNKNOWN) {
      int mostShown = tellsShown ? shown : required;
      var most = new Overlap(required, mostShown, mostShown, wished, MOST_OTHERS, domains);
      known[state] = posting.ceiling(most);
      knownShared[state] = posting.shared(most);
    }
    return state;
  }
}
