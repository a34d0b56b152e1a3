package dev.entente.matching.criteria;

import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.vocabulary.DomainId;
import java.util.LinkedHashMap;
import java.util.Map;

/// Numbers of some evidence and their sums, by domain, declared or not: a section of a record.
final class DomainSums {
  /* A posting pools the evidence of all its domains. The highest mean over all sets of domains that
   * contain a given one: begin with that one (and what is always there, such as pseudo-results), then
   * take the others from the highest mean down, as long as each raises the mean. */

  /// Some numbers.
  record Sum(int count, long sum) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(count + other.count, sum + other.sum);
    }
  }

  private final int[] domains;
  private final int[] counts;
  private final long[] sums;

  private DomainSums(int size) {
    domains = new int[size];
    counts = new int[size];
    sums = new long[size];
  }

  /// Sums while they are gathered, to be written.
  static final class Gathering {
    private final Map<DomainId, Sum> sums = new LinkedHashMap<>();

    void add(DomainId domain, long number) {
      sums.merge(domain, new Sum(1, number), Sum::plus);
    }

    void write(NumberWriter section) {
      section.number(sums.size());
      sums.forEach(
          (domain, sum) -> {
            section.number(section.numberOf(Kind.DOMAIN, domain.value()));
            section.number(sum.count());
            section.number(sum.sum());
          });
    }
  }

  /// The evidence in a posting's domains.
  static Sum in(PostingNumbers posting, NumberReader section) {
    int count = 0;
    long sum = 0;
    for (int left = section.next(); left > 0; left--) {
      if (posting.hasDomain(section.next())) {
        count += section.next();
        sum += section.nextLong();
      } else {
        section.skipNumbers(2);
      }
    }
    return new Sum(count, sum);
  }

  static DomainSums read(NumberReader section) {
    var read = new DomainSums(section.next());
    for (int i = 0; i < read.domains.length; i++) {
      int domain = section.next();
      read.insert(i, domain, section.next(), section.nextLong());
    }
    return read;
  }

  // Keeps the highest mean first.
  private void insert(int filled, int domain, int count, long sum) {
    int place = filled;
    while (place > 0 && isLower(counts[place - 1], sums[place - 1], count, sum)) {
      domains[place] = domains[place - 1];
      counts[place] = counts[place - 1];
      sums[place] = sums[place - 1];
      place--;
    }
    domains[place] = domain;
    counts[place] = count;
    sums[place] = sum;
  }

  // Whether the mean of some numbers is lower than that of others.
  private static boolean isLower(int count, long sum, int otherCount, long otherSum) {
    return sum * otherCount < otherSum * count;
  }

  /// The evidence in one domain.
  Sum of(int domain) {
    for (int i = 0; i < domains.length; i++) {
      if (domains[i] == domain) {
        return new Sum(counts[i], sums[i]);
      }
    }
    return Sum.NONE;
  }

  /// The evidence with the highest mean of all sets of domains that contain a given one.
  ///
  /// @param always what counts in each set
  Sum best(int domain, Sum always) {
    Sum first = always.plus(of(domain));
    int count = first.count();
    long sum = first.sum();
    for (int i = 0; i < domains.length; i++) {
      boolean raises = count == 0 || isLower(count, sum, counts[i], sums[i]);
      if (domains[i] != domain && raises) {
        count += counts[i];
        sum += sums[i];
      }
    }
    return new Sum(count, sum);
  }

  /// How much evidence there is in all domains.
  int count() {
    int all = 0;
    for (int count : counts) {
      all += count;
    }
    return all;
  }
}
