package dev.entente.matching.index;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.PostingNumbers;
import java.util.Arrays;
import java.util.List;

/// Who of all candidates has which skill and declares which domain: counts who is eligible for
/// postings, and why others are not. Immutable, shared by threads.
final class Census {
  private static final int PAGE_WORDS = TermPage.SIZE / Long.SIZE;

  private final List<Page> pages;
  private final long[] willing;
  private final int size;

  private Census(List<Page> pages, long[] willing, int size) {
    this.pages = pages;
    this.willing = willing;
    this.size = size;
  }

  /// Asks all candidates, on all processors.
  static Census of(CandidateRecords records, PageGathering.Stock gatherings) {
    long[] willing = new long[Math.ceilDiv(records.size(), Long.SIZE)];
    List<Page> pages =
        AllProcessors.map(
            Math.ceilDiv(records.size(), TermPage.SIZE),
            page -> page(records, page * TermPage.SIZE, gatherings, willing));
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

  /// Counts the candidates of some postings, page by page: each is read once for all of them.
  ///
  /// @param gone bits of candidates who do not count
  /// @return in the order of the postings
  List<EligibilityCounts> count(List<PostingNumbers> postings, long[] gone) {
    List<Sums> sums = postings.stream().map(Sums::new).toList();
    var unions = new Unions();
    int there = 0;
    int willingOnes = 0;
    for (int page = 0; page < pages.size(); page++) {
      int first = page * PAGE_WORDS;
      int words = Math.min(PAGE_WORDS, willing.length - first);
      for (int i = first; i < first + words; i++) {
        there += Long.bitCount(~gone[i]);
        willingOnes += Long.bitCount(willing[i] & ~gone[i]);
      }
      for (Sums one : sums) {
        unions.of(pages.get(page), one.posting);
        one.add(unions, first, words, gone);
      }
    }
    there -= willing.length * Long.SIZE - size; // bits behind the last candidate
    int all = there;
    int optedOut = there - willingOnes;
    return sums.stream().map(one -> one.counts(all, optedOut)).toList();
  }

  /// The candidates of one posting, until all pages are counted.
  private final class Sums {
    private final PostingNumbers posting;
    private int withSkill;
    private int withDomain;
    private int eligible;

    private Sums(PostingNumbers posting) {
      this.posting = posting;
    }

    private void add(Unions unions, int first, int words, long[] gone) {
      for (int i = 0; i < words; i++) {
        long remaining = ~gone[first + i];
        long skilled = unions.withSkill[i] & remaining;
        long placed = unions.withDomain[i] & remaining;
        withSkill += Long.bitCount(skilled);
        withDomain += Long.bitCount(placed);
        eligible += Long.bitCount(skilled & placed & willing[first + i]);
      }
    }

    private EligibilityCounts counts(int there, int optedOut) {
      var counts = new EligibilityCounts();
      counts.addEligible(eligible);
      counts.add(Reason.OPTED_OUT, optedOut);
      counts.add(Reason.NO_SHARED_DOMAIN, there - withDomain);
      counts.add(Reason.NO_SHARED_SKILL, there - withSkill);
      return counts;
    }
  }

  /// Who of a page has any of a posting's skills, and any of its domains.
  private static final class Unions {
    private final long[] withSkill = new long[PAGE_WORDS];
    private final long[] withDomain = new long[PAGE_WORDS];

    private void of(Page page, PostingNumbers posting) {
      Arrays.fill(withSkill, 0);
      for (int skill : posting.requiredSkills()) {
        page.skills().of(skill).setIn(withSkill);
      }
      Arrays.fill(withDomain, 0);
      for (int domain : posting.domains()) {
        page.withDomain(domain).setIn(withDomain);
      }
    }
  }
}
