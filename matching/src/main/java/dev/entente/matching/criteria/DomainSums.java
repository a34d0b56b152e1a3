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

    private boolean hasLowerMeanThan(Sum other) {
      return sum * other.count < other.sum * count;
    }
  }

  private final int[] domains;
  private final Sum[] sums;

  private DomainSums(int count) {
    domains = new int[count];
    sums = new Sum[count];
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
    for (int i = 0; i < read.sums.length; i++) {
      int domain = section.next();
      read.insert(i, domain, new Sum(section.next(), section.nextLong()));
    }
    return read;
  }

  // Keeps the highest mean first.
  private void insert(int filled, int domain, Sum sum) {
    int place = filled;
    while (place > 0 && sums[place - 1].hasLowerMeanThan(sum)) {
      sums[place] = sums[place - 1];
      domains[place] = domains[place - 1];
      place--;
    }
    sums[place] = sum;
    domains[place] = domain;
  }

  /// The evidence in one domain.
  Sum of(int domain) {
    for (int i = 0; i < domains.length; i++) {
      if (domains[i] == domain) {
        return sums[i];
      }
    }
    return Sum.NONE;
  }

  /// The evidence with the highest mean of all sets of domains that contain a given one.
  ///
  /// @param always what counts in each set
  Sum best(int domain, Sum always) {
    Sum best = always.plus(of(domain));
    for (int i = 0; i < domains.length; i++) {
      if (domains[i] != domain && (best.count() == 0 || best.hasLowerMeanThan(sums[i]))) {
        best = best.plus(sums[i]);
      }
    }
    return best;
  }

  /// How much evidence there is in all domains.
  int count() {
    int count = 0;
    for (Sum sum : sums) {
      count += sum.count();
    }
    return count;
  }
}
