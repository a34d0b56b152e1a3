package dev.entente.benchmarks.columns;

import static java.util.Map.Entry.comparingByKey;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up what a candidate shows, by sets of domains. Not thread-safe.
final class EvidenceByDomain {
  private static final int SHORTEST_SERIES = 4;
  private static final int MOST_COMPARED = 3;
  private static final int NEUTRAL = 5_000;
  private static final int HIGHEST = 10_000;
  private static final int TOP = 8_000;
  private static final int TOP_SLOPE = 4;

  private final Map<Long, DomainEvidence> byDomains = new HashMap<>();

  private EvidenceByDomain() {}

  /// All there is, ordered by the bits of the domains.
  static List<DomainEvidence> of(CandidateFacts facts, Numbering numbering, Instant asOf) {
    var evidence = new EvidenceByDomain();
    new WorkedMonths(asOf)
        .byDomains(facts.candidate().experiences(), numbering)
        .forEach(evidence::addMonths);
    for (TechnicalTest test : facts.candidate().technicalTests()) {
      evidence.add(
          new DomainEvidence(numbering.domainBit(test.domain()), 0, 1, test.result(), 0, 0, 0, 0));
    }
    facts
        .quizSeries()
        .forEach((key, results) -> evidence.addQuizzes(numbering.domainBit(key.domain()), results));
    return evidence.byDomains.entrySet().stream()
        .sorted(comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private void addMonths(long domains, int months) {
    add(new DomainEvidence(domains, months, 0, 0, 0, 0, 0, 0));
  }

  private void addQuizzes(long domain, List<QuizResult> results) {
    boolean isSeries = results.size() >= SHORTEST_SERIES;
    add(
        new DomainEvidence(
            domain,
            0,
            0,
            0,
            results.size(),
            sum(results),
            isSeries ? 1 : 0,
            isSeries ? seriesScore(results) : 0));
  }

  private void add(DomainEvidence more) {
    byDomains.merge(more.domains(), more, DomainEvidence::plus);
  }

  private static int seriesScore(List<QuizResult> results) {
    int compared = Math.min(MOST_COMPARED, results.size() / 2);
    int first = mean(results.subList(0, compared));
    int last = mean(results.subList(results.size() - compared, results.size()));
    int risen = Math.min(HIGHEST, NEUTRAL + last - first);
    return Math.max(risen, Math.min(last, NEUTRAL + TOP_SLOPE * Math.max(0, last - TOP)));
  }

  private static int mean(List<QuizResult> results) {
    return Rounding.halfUpToInt(sum(results), results.size());
  }

  private static int sum(List<QuizResult> results) {
    return results.stream().mapToInt(QuizResult::score).sum();
  }
}
