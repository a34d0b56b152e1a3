package dev.entente.matching.numbers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Terms that get a number when they are first asked for, kept in memory. Shared by threads.
public final class GrowingTerms implements Terms {
  private final Numbers skills = new Numbers();
  private final Numbers domains = new Numbers();
  private final Numbers tokens = new Numbers();

  /// Starts without any term.
  public GrowingTerms() {}

  @Override
  public int number(Kind kind, String term) {
    return switch (kind) {
      case SKILL -> skills.of(term);
      case DOMAIN -> domains.of(term);
      case TOKEN -> tokens.of(term);
    };
  }

  private static final class Numbers {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    private int of(String term) {
      Integer known = numbers.get(term);
      return known == null ? numbers.computeIfAbsent(term, _ -> next.getAndIncrement()) : known;
    }
  }
}
