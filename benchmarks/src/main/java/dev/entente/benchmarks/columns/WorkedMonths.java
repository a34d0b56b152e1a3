package dev.entente.benchmarks.columns;

import dev.entente.matching.profile.Experience;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Months by the set of domains worked in at that time: cut at every beginning and end of a job, so
/// that a month counts in one entry only, and the union over some domains is a sum.
final class WorkedMonths {
  private final int lastMonth;

  private record Job(long domain, int from, int to) {}

  WorkedMonths(Instant asOf) {
    lastMonth = number(YearMonth.from(asOf.atOffset(ZoneOffset.UTC)));
  }

  /// Months by the bits of domains; only sets that occur.
  Map<Long, Integer> byDomains(List<Experience> experiences, Numbering numbering) {
    List<Job> jobs = jobs(experiences, numbering);
    int[] cuts = jobs.stream().flatMapToInt(WorkedMonths::cuts).sorted().distinct().toArray();
    Map<Long, Integer> months = new HashMap<>();
    for (int i = 1; i < cuts.length; i++) {
      long domains = 0;
      for (Job job : jobs) {
        domains |= job.from() < cuts[i] && cuts[i] <= job.to() ? job.domain() : 0;
      }
      if (domains != 0) {
        months.merge(domains, cuts[i] - cuts[i - 1], Integer::sum);
      }
    }
    return months;
  }

  private static IntStream cuts(Job job) {
    return IntStream.of(job.from(), job.to());
  }

  private List<Job> jobs(List<Experience> experiences, Numbering numbering) {
    List<Job> jobs = new ArrayList<>();
    for (Experience experience : experiences) {
      experience
          .domain()
          .ifPresent(domain -> jobs.add(job(experience, numbering.domainBit(domain))));
    }
    return jobs;
  }

  private Job job(Experience experience, long domain) {
    int from = Math.min(number(experience.from()), lastMonth);
    int to = Math.min(experience.to().map(WorkedMonths::number).orElse(lastMonth), lastMonth);
    return new Job(domain, from, to);
  }

  private static int number(YearMonth month) {
    return Math.toIntExact(month.getLong(ChronoField.PROLEPTIC_MONTH));
  }
}
