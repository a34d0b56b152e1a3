package dev.entente.matching.index;

import dev.entente.matching.numbers.CandidateNumbers;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the ranks, or candidates, of one page have, while it is gathered. Reused from page to page;
/// not thread-safe.
final class PageGathering {
  private final TermGathering skills = new TermGathering();
  private final TermGathering domains = new TermGathering();

  /// Gatherings that are used again and again, one a thread at a time: each grows to some
  /// megabytes. Shared by threads.
  static final class Stock {
    private final Queue<PageGathering> idle = new ConcurrentLinkedQueue<>();

    PageGathering take() {
      PageGathering known = idle.poll();
      return known == null ? new PageGathering() : known;
    }

    /// @param one that is empty
    void putBack(PageGathering one) {
      idle.add(one);
    }
  }

  /// Adds the skills of a number with their evidence, and its domains.
  ///
  /// @param number within the page, larger than those before
  void addWithEvidence(int number, CandidateNumbers candidate) {
    for (int i = 0; i < candidate.skillCount(); i++) {
      skills.add(number, candidate.skillWithEvidence(i));
    }
    addDomains(number, candidate);
  }

  /// Adds the skills of a number without their evidence, and its domains.
  ///
  /// @param number likewise
  void add(int number, CandidateNumbers candidate) {
    for (int i = 0; i < candidate.skillCount(); i++) {
      skills.add(number, candidate.skill(i));
    }
    addDomains(number, candidate);
  }

  private void addDomains(int number, CandidateNumbers candidate) {
    for (int i = 0; i < candidate.domainCount(); i++) {
      domains.add(number, candidate.domain(i));
    }
  }

  /// Makes the page; this is empty then.
  ///
  /// @param size behind the largest number
  Page toPage(int size) {
    return new Page(skills.toPage(size), domains.toPage(size));
  }
}
