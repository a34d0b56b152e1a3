package dev.entente.matching.index;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Standing;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.Traits;
import java.util.List;
import java.util.stream.IntStream;

/// The standings of all criteria side by side: what a run keeps of each candidate in a declared
/// domain (and, last, how many skills are shown), and the bound that follows. Immutable, shared by
/// threads.
final class Standings {
  /// Where no criterion has a marked standing.
  static final int UNMARKED = -1;

  private final List<Standing> all;
  private final int[] firstColumns;
  private final int columns;
  // Those that give more than 0 for anybody.
  private final int[] bounding;
  private final int marked;

  Standings(RunConditions conditions) {
    this(Criteria.all().stream().map(criterion -> criterion.standing(conditions)).toList());
  }

  /// @param all in the order of [Criteria#all]
  /// @throws IllegalStateException if more than one is marked
  Standings(List<Standing> all) {
    this.all = all;
    marked = marked(all);
    firstColumns = new int[all.size()];
    int column = 0;
    for (int i = 0; i < firstColumns.length; i++) {
      firstColumns[i] = column;
      column += all.get(i).traits();
    }
    columns = column + 1;
    bounding = IntStream.range(0, all.size()).filter(i -> all.get(i).most() > 0).toArray();
  }

  private static int marked(List<Standing> all) {
    int found = UNMARKED;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Standing.Marked) {
        if (found != UNMARKED) {
          throw new IllegalStateException(
              "a height has room for the mark of one criterion, but the standings of "
                  + Criteria.ids().get(found).value()
                  + " and "
                  + Criteria.ids().get(i).value()
                  + " are marked");
        }
        found = i;
      }
    }
    return found;
  }

  /// How many traits a row has.
  int columns() {
    return columns;
  }

  /// Where the traits of a criterion begin in a row.
  int firstColumn(int criterion) {
    return firstColumns[criterion];
  }

  /// How many traits of a criterion there are.
  int traits(int criterion) {
    return all.get(criterion).traits();
  }

  /// Works out the traits of a candidate, a row for each declared domain.
  ///
  /// @param cursor at the candidate's record
  void measure(RecordCursor cursor, RowTraits rows) {
    CandidateNumbers head = cursor.head();
    for (int i = 0; i < firstColumns.length; i++) {
      all.get(i).measure(head, cursor.section(), rows.startingAt(firstColumns[i]));
    }
    int shown = head.shownCount();
    for (int domain = 0; domain < head.domainCount(); domain++) {
      rows.at(domain).from(columns - 1).set(0, shown);
    }
  }

  /// How many skills a candidate has that are used or assessed.
  int shownSkills(RowTraits row) {
    return row.from(columns - 1).get(0);
  }

  /// The highest total of a row under the default weights, but for the ceilings of a posting.
  ///
  /// @param isAlone whether the posting has no other domain
  int highest(RowTraits row, boolean isAlone) {
    int total = 0;
    for (int i : bounding) {
      Traits traits = row.from(firstColumns[i]);
      Standing one = all.get(i);
      total += Weights.DEFAULT.at(i) * (isAlone ? one.alone(traits) : one.highest(traits));
    }
    return total;
  }

  /// Which criterion has a marked standing, or [#UNMARKED].
  int marked() {
    return marked;
  }

  /// The mark of a row; 0 if no criterion has a marked standing.
  ///
  /// @param isAlone whether the posting has no other domain
  int mark(RowTraits row, boolean isAlone) {
    if (marked == UNMARKED) {
      return 0;
    }
    var one = (Standing.Marked) all.get(marked);
    Traits traits = row.from(firstColumns[marked]);
    return isAlone ? one.markAlone(traits) : one.mark(traits);
  }

  /// How the highest totals of rows bound those under other weights.
  Reweighing reweighing(Weights weights) {
    if (weights.equals(Weights.DEFAULT)) {
      return Reweighing.NONE;
    }
    long added = 0;
    long millionths = 0;
    for (int i = 0; i < firstColumns.length; i++) {
      long usual = Weights.DEFAULT.at(i);
      long most = all.get(i).most();
      if (most > 0) {
        added += Math.max(0, weights.at(i) - usual) * most;
        millionths = Math.max(millionths, Math.ceilDiv(Reweighing.MILLION * weights.at(i), usual));
      }
    }
    return new Reweighing(added, millionths);
  }

  /// Two bounds under other weights: what heavier criteria can add, and the largest ratio.
  record Reweighing(long added, long millionths) {
    private static final long MILLION = 1_000_000;
    private static final Reweighing NONE = new Reweighing(0, MILLION);

    long bound(long highest) {
      if (millionths == MILLION) {
        return highest; // no weight is larger, so nothing is added either
      }
      return Math.min(highest + added, Math.ceilDiv(highest * millionths, MILLION));
    }
  }
}
