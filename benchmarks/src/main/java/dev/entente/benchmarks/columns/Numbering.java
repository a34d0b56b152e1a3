package dev.entente.benchmarks.columns;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The numbers that stand for skills, domains and tokens in columns, given as they come up.
/// Thread-safe.
public final class Numbering {
  private static final int MOST_DOMAINS = 62;

  private final Numbers<SkillId> skills = new Numbers<>();
  private final Numbers<DomainId> domains = new Numbers<>();
  private final Numbers<String> tokens = new Numbers<>();

  private static final class Numbers<T> {
    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    private int of(T key) {
      Integer known = numbers.get(key);
      return known != null ? known : numbers.computeIfAbsent(key, _ -> next.getAndIncrement());
    }
  }

  int skill(SkillId skill) {
    return skills.of(skill);
  }

  /// The bit that stands for a domain in a set of domains.
  ///
  /// @throws IllegalStateException if there are more domains than a `long` has bits to spare
  long domainBit(DomainId domain) {
    int number = domains.of(domain);
    if (number > MOST_DOMAINS) {
      throw new IllegalStateException("columns hold at most 63 domains");
    }
    return 1L << number;
  }

  long domainBits(Collection<DomainId> some) {
    return some.stream().mapToLong(this::domainBit).reduce(0, (all, bit) -> all | bit);
  }

  /// The numbers, ascending.
  int[] skills(Collection<SkillId> some) {
    return sorted(some.stream().mapToInt(this::skill));
  }

  /// The numbers, ascending.
  int[] tokens(Collection<String> some) {
    return sorted(some.stream().mapToInt(tokens::of));
  }

  private static int[] sorted(IntStream numbers) {
    return numbers.sorted().toArray();
  }
}
