package dev.entente.matching.index;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.PostingNumbers;

/// Who of all candidates has which skill and declares which domain: counts who is eligible for a
/// posting, and why others are not. Immutable, shared by threads.
final class Census {
  private final TermSets skills;
  private final TermSets domains;
  private final long[] willing;
  private final int size;

  private Census(TermSets skills, TermSets domains, long[] willing, int size) {
    this.skills = skills;
    this.domains = domains;
    this.willing = willing;
    this.size = size;
  }

  static Census of(CandidateRecords records) {
    long[] willing = new long[words(records.size())];
    int skillLimit = 0;
    int domainLimit = 0;
    var cursor = new RecordCursor();
    for (int i = 0; i < records.size(); i++) {
      records.read(i, cursor);
      CandidateNumbers head = cursor.head();
      if (!head.isOptedOut()) {
        willing[i >>> 6] |= 1L << i;
      }
      if (head.skillCount() > 0) {
        skillLimit = Math.max(skillLimit, head.skill(head.skillCount() - 1) + 1);
      }
      if (head.domainCount() > 0) {
        domainLimit = Math.max(domainLimit, head.domain(head.domainCount() - 1) + 1);
      }
    }
    return new Census(
        TermSets.of(records.size(), skillLimit, source(records, cursor, IndexBuild::forEachSkill)),
        TermSets.of(
            records.size(), domainLimit, source(records, cursor, IndexBuild::forEachDomain)),
        willing,
        records.size());
  }

  private static TermSets.Source source(
      CandidateRecords records, RecordCursor cursor, IndexBuild.Terms terms) {
    return (number, taker) -> {
      records.read(number, cursor);
      terms.forEach(cursor.head(), taker);
    };
  }

  private static int words(int size) {
    return (size + Long.SIZE - 1) / Long.SIZE;
  }

  /// Counts the candidates of a posting.
  ///
  /// @param gone bits of candidates who do not count
  void count(PostingNumbers posting, long[] gone, EligibilityCounts counts) {
    long[] withSkill = new long[willing.length];
    for (int skill : posting.requiredSkills()) {
      skills.of(skill).setIn(withSkill);
    }
    long[] withDomain = new long[willing.length];
    for (int domain : posting.domains()) {
      domains.of(domain).setIn(withDomain);
    }
    int eligible = 0;
    int optedOut = 0;
    int noDomain = 0;
    int noSkill = 0;
    for (int i = 0; i < willing.length; i++) {
      long here = here(i) & ~gone[i];
      eligible += Long.bitCount(withSkill[i] & withDomain[i] & willing[i] & here);
      optedOut += Long.bitCount(~willing[i] & here);
      noDomain += Long.bitCount(~withDomain[i] & here);
      noSkill += Long.bitCount(~withSkill[i] & here);
    }
    counts.addEligible(eligible);
    counts.add(Reason.OPTED_OUT, optedOut);
    counts.add(Reason.NO_SHARED_DOMAIN, noDomain);
    counts.add(Reason.NO_SHARED_SKILL, noSkill);
  }

  private long here(int word) {
    int left = size - word * Long.SIZE;
    return left >= Long.SIZE ? -1 : (1L << left) - 1;
  }
}
