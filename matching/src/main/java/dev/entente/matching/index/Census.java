package dev.entente.matching.index;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.PostingNumbers;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Who of all candidates has which skill and declares which domain: counts who is eligible for a
/// posting, and why others are not. Immutable, shared by threads.
final class Census {
  private static final int PAGE_WORDS = TermPage.SIZE / Long.SIZE;

  private final Page[] pages;
  private final long[] willing;
  private final int size;

  private Census(Page[] pages, long[] willing, int size) {
    this.pages = pages;
    this.willing = willing;
    this.size = size;
  }

  /// Asks all candidates, on all processors.
  static Census of(CandidateRecords records, PageGathering.Stock gatherings) {
    long[] willing = new long[Math.ceilDiv(records.size(), Long.SIZE)];
    Page[] pages =
        IntStream.range(0, Math.ceilDiv(records.size(), TermPage.SIZE))
            .parallel()
            .mapToObj(page -> page(records, page * TermPage.SIZE, gatherings, willing))
            .toArray(Page[]::new);
    return new Census(pages, willing, records.size());
  }

  private static Page page(
      CandidateRecords records, int first, PageGathering.Stock gatherings, long[] willing) {
    PageGathering gathering = gatherings.take();
    var cursor = new RecordCursor();
    int size = Math.min(records.size() - first, TermPage.SIZE);
    for (int i = 0; i < size; i++) {
      records.read(first + i, cursor);
      CandidateNumbers head = cursor.head();
      if (!head.isOptedOut()) {
        willing[(first + i) >>> 6] |= 1L << i;
      }
      gathering.add(i, head);
    }
    Page page = gathering.toPage(size);
    gatherings.putBack(gathering);
    return page;
  }

  /// Counts the candidates of a posting.
  ///
  /// @param gone bits of candidates who do not count
  void count(PostingNumbers posting, long[] gone, EligibilityCounts counts) {
    var unions = new Unions(posting);
    int there = 0;
    int willingOnes = 0;
    int withSkill = 0;
    int withDomain = 0;
    int eligible = 0;
    for (int page = 0; page < pages.length; page++) {
      unions.of(pages[page]);
      int first = page * PAGE_WORDS;
      int words = Math.min(PAGE_WORDS, willing.length - first);
      for (int i = 0; i < words; i++) {
        long remaining = ~gone[first + i];
        long skilled = unions.withSkill[i] & remaining;
        long placed = unions.withDomain[i] & remaining;
        long willingHere = willing[first + i] & remaining;
        there += Long.bitCount(remaining);
        willingOnes += Long.bitCount(willingHere);
        withSkill += Long.bitCount(skilled);
        withDomain += Long.bitCount(placed);
        eligible += Long.bitCount(skilled & placed & willingHere);
      }
    }
    there -= willing.length * Long.SIZE - size; // bits behind the last candidate
    counts.addEligible(eligible);
    counts.add(Reason.OPTED_OUT, there - willingOnes);
    counts.add(Reason.NO_SHARED_DOMAIN, there - withDomain);
    counts.add(Reason.NO_SHARED_SKILL, there - withSkill);
  }

  /// Who of a page has any of a posting's skills, and any of its domains.
  private static final class Unions {
    private final int[] skills;
    private final int[] domains;
    private final long[] withSkill = new long[PAGE_WORDS];
    private final long[] withDomain = new long[PAGE_WORDS];

    private Unions(PostingNumbers posting) {
      skills = posting.requiredSkills();
      domains = posting.domains();
    }

    private void of(Page page) {
      Arrays.fill(withSkill, 0);
      for (int skill : skills) {
        page.skills().of(skill).setIn(withSkill);
      }
      Arrays.fill(withDomain, 0);
      for (int domain : domains) {
        page.withDomain(domain).setIn(withDomain);
      }
    }
  }
}
