package dev.entente.matching.index;

import dev.entente.matching.numbers.PostingNumbers;
import java.util.ArrayList;
import java.util.List;

/// What a posting asks for, as ranks of one page that have it; without what nobody there has. Moved
/// from block to block; not thread-safe.
///
/// @param otherDomains of the posting beside the page's own and those that were seen
/// @param seenDomains whose candidates are passed over
record PostingSets(
    List<SkillRanks> requiredSkills,
    List<SkillRanks> wishedSkills,
    List<RankSet> otherDomains,
    List<RankSet> seenDomains) {

  /// Of a page without anybody.
  static final PostingSets NONE = new PostingSets(List.of(), List.of(), List.of(), List.of());

  /// @param seen domains whose candidates are passed over
  /// @param others domains of the posting beside these and the page's own
  static PostingSets of(
      PostingNumbers posting, Page page, List<DomainRanks> seen, List<DomainRanks> others) {
    return new PostingSets(
        SkillRanks.of(page, posting.requiredSkills()),
        SkillRanks.of(page, posting.wishedSkills()),
        withDomains(page, others),
        withDomains(page, seen));
  }

  private static List<RankSet> withDomains(Page page, List<DomainRanks> domains) {
    List<RankSet> sets = new ArrayList<>(domains.size());
    for (DomainRanks one : domains) {
      RankSet set = page.withDomain(one.domain());
      if (set.length() > 0) {
        sets.add(set);
      }
    }
    return sets;
  }

  /// Most required skills that anybody of the page shares.
  int mostRequired() {
    return requiredSkills.size();
  }

  /// Most other domains that anybody of the page shares.
  int mostOthers() {
    return otherDomains.size();
  }
}
