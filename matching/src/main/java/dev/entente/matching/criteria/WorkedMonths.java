package dev.entente.matching.criteria;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.vocabulary.DomainId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Whole months that experiences in some domains cover, each month once.
///
/// Intervals are half-open, in UTC; both ends are clipped to the month of a day.
final class WorkedMonths {
  private final Set<DomainId> domains;
  private final long lastMonth;

  private record Interval(long from, long to) {
    private long length() {
      return Math.max(0, to - from);
    }
  }

  WorkedMonths(Set<DomainId> domains, LocalDate day) {
    this.domains = domains;
    lastMonth = number(YearMonth.from(day));
  }

  /// The months of the union of the experiences' intervals.
  int in(List<Experience> experiences) {
    List<Interval> intervals = new ArrayList<>(experiences.size());
    for (Experience experience : experiences) {
      if (counts(experience)) {
        intervals.add(interval(experience));
      }
    }
    intervals.sort(Comparator.comparingLong(Interval::from));
    long months = 0;
    long covered = Long.MIN_VALUE;
    for (Interval interval : intervals) {
      months += new Interval(Math.max(interval.from(), covered), interval.to()).length();
      covered = Math.max(covered, interval.to());
    }
    return Math.toIntExact(months);
  }

  /// The experiences that count, each with the months of its own interval.
  List<Evidence.Place> evidence(List<Experience> experiences) {
    return Places.map(
        experiences,
        this::counts,
        i ->
            new Evidence.Place(
                Places.at("/experiences", i), interval(experiences.get(i)).length()));
  }

  private boolean counts(Experience experience) {
    return experience.domain().filter(domains::contains).isPresent();
  }

  private Interval interval(Experience experience) {
    long from = Math.min(number(experience.from()), lastMonth);
    long to = experience.to().map(WorkedMonths::number).orElse(lastMonth);
    return new Interval(from, Math.min(to, lastMonth));
  }

  private static long number(YearMonth month) {
    return month.getLong(ChronoField.PROLEPTIC_MONTH);
  }
}
