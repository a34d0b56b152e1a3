package dev.entente.matching.criteria;

import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.profile.Experience;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// The intervals of experiences that have a domain, as part of a record: [WorkedMonths] in numbers.
final class RecordedMonths {
  private static final int LASTS = 0;

  private RecordedMonths() {}

  static void write(List<Experience> experiences, NumberWriter section) {
    List<Experience> counted =
        experiences.stream()
            .filter(experience -> experience.domain().isPresent())
            .sorted(Comparator.comparing(Experience::from))
            .toList();
    section.number(counted.size());
    for (Experience experience : counted) {
      section.number(section.numberOf(Kind.DOMAIN, experience.domain().orElseThrow().value()));
      long from = number(experience.from());
      section.number(from);
      section.number(experience.to().map(to -> number(to) - from + 1).orElse((long) LASTS));
    }
  }

  /// The months of the union of the intervals in some domains.
  ///
  /// @param lastMonth that both ends are clipped to
  static int in(IntPredicate domains, int lastMonth, NumberReader section) {
    int months = 0;
    int covered = 0;
    for (int left = section.next(); left > 0; left--) {
      boolean counts = domains.test(section.next());
      int from = section.next();
      int length = section.next();
      int to = length == LASTS ? lastMonth : Math.min(from + length - 1, lastMonth);
      if (counts) {
        months += Math.max(0, to - Math.max(Math.min(from, lastMonth), covered));
        covered = Math.max(covered, to);
      }
    }
    return months;
  }

  /// The place of a month in a count from the year 0.
  static long number(YearMonth month) {
    return month.getLong(ChronoField.PROLEPTIC_MONTH);
  }
}
