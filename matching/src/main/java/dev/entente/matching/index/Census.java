package dev.entente.matching.index;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.PostingNumbers;
import java.util.Arrays;

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

  static Census of(CandidateRecords records) {
    long[] willing = new long[Math.ceilDiv(records.size(), Long.SIZE)];
    var cursor = new RecordCursor();
    for (int i = 0; i < records.size(); i++) {
      records.read(i, cursor);
      if (!cursor.head().isOptedOut()) {
        willing[i >>> 6] |= 1L << i;
      }
    }
    Page[] pages =
        PageBuilder.pages(records, records.size(), number -> number, CandidateNumbers::skill);
    return new Census(pages, willing, records.size());
  }

  /// Counts the candidates of a posting.
  ///
  /// @param gone bits of candidates who do not count
  void count(PostingNumbers posting, long[] gone, EligibilityCounts counts) {
    var unions = new Unions(posting);
    int eligible = 0;
    int optedOut = 0;
    int noDomain = 0;
    int noSkill = 0;
    for (int i = 0; i < willing.length; i++) {
      int inPage = i % PAGE_WORDS;
      if (inPage == 0) {
        unions.of(pages[i / PAGE_WORDS]);
      }
      long here = here(i) & ~gone[i];
      long withSkill = unions.withSkill[inPage];
      long withDomain = unions.withDomain[inPage];
      eligible += Long.bitCount(withSkill & withDomain & willing[i] & here);
      optedOut += Long.bitCount(~willing[i] & here);
      noDomain += Long.bitCount(~withDomain & here);
      noSkill += Long.bitCount(~withSkill & here);
    }
    counts.addEligible(eligible);
    counts.add(Reason.OPTED_OUT, optedOut);
    counts.add(Reason.NO_SHARED_DOMAIN, noDomain);
    counts.add(Reason.NO_SHARED_SKILL, noSkill);
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

  private long here(int word) {
    int left = size - word * Long.SIZE;
    return left >= Long.SIZE ? -1 : (1L << left) - 1;
  }
}
