package dev.entente.matching.index;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Shared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One search for the k best candidates of a posting.
final class PostingSearch {
  /* Each domain has its candidates in the order of a bound of the total that depends on the candidate
   * alone. What a posting can add to it depends on how many of its skills and domains are shared. So the
   * search goes down the ranks of each of the posting's domains, the shortest list first, in blocks: the
   * block's highest bound and the k-th total until here tell how many skills must be shared; if more
   * than there are, nobody further down can be among the k best. Whoever shares enough is bounded by the
   * own traits, then scored criterion by criterion as long as the total may suffice. A candidate that an
   * earlier domain has shown is passed over, so that in a later list fewer domains can be shared.
   *
   * This is the threshold algorithm (Fagin, Lotem and Naor, Optimal aggregation algorithms for
   * middleware, 2003) over lists with block bounds (Ding and Suel, Faster top-k document retrieval using
   * block-max indexes, 2011). Only what lies below the k-th total is cut off, never what equals it: ties
   * are for the candidate's id to decide. All is in whole numbers, so a bound needs no slack. */

  // Blocks in which those who share most come first, so that the k-th total rises early.
  private static final int SORTED_BLOCKS = 2;

  private final Base base;
  private final Changes changes;
  private final PreparedPosting posting;
  private final TopTotals top;
  private final PairReader pair = new PairReader();
  private final Standings.Reweighing reweighing;
  private final Ceilings ceilings;
  private final long[] bounds;
  private final long[] earlier = new long[MatchCounter.WORDS];

  PostingSearch(Base base, Changes changes, PreparedPosting posting, TopTotals top) {
    this.base = base;
    this.changes = changes;
    this.posting = posting;
    this.top = top;
    reweighing = base.standings().reweighing(posting.weights());
    ceilings = new Ceilings(posting);
    bounds = new long[Criteria.all().size()];
  }

  void run() {
    List<DomainRanks> lists =
        IntStream.of(posting.numbers().domains())
            .mapToObj(base::ranks)
            .filter(ranks -> ranks.size() > 0)
            .sorted(Comparator.comparingInt(DomainRanks::size))
            .toList();
    for (int i = 0; i < lists.size(); i++) {
      new ListSearch(lists, i).run();
    }
  }

  /// The search of one domain's ranks.
  private final class ListSearch {
    private final DomainRanks ranks;
    private final List<RankSet> skills = new ArrayList<>();
    private final List<RankSet> shownSkills = new ArrayList<>();
    private final List<RankSet> seen;
    private final List<RankSet> others;
    private final RowTraits traits;
    private final List<RankSet> wishedSkills = new ArrayList<>();
    private final MatchCounter required;
    private final MatchCounter shown;
    private final MatchCounter wished;
    private final MatchCounter domains;

    /// @param lists of all the posting's domains, those behind the place not searched yet
    private ListSearch(List<DomainRanks> lists, int place) {
      ranks = lists.get(place);
      traits = ranks.traits(base.standings());
      for (int skill : posting.numbers().requiredSkills()) {
        addUnlessEmpty(skills, ranks.withSkill(skill));
        addUnlessEmpty(shownSkills, ranks.withSkillShown(skill));
      }
      for (int skill : posting.numbers().wishedSkills()) {
        addUnlessEmpty(wishedSkills, ranks.withSkill(skill));
      }
      seen = with(lists.subList(0, place));
      others = with(lists.subList(place + 1, lists.size()));
      required = new MatchCounter(skills.size());
      shown = new MatchCounter(shownSkills.size());
      wished = new MatchCounter(wishedSkills.size());
      domains = new MatchCounter(others.size());
    }

    private static void addUnlessEmpty(List<RankSet> sets, RankSet set) {
      if (!set.isEmpty()) {
        sets.add(set);
      }
    }

    private List<RankSet> with(List<DomainRanks> lists) {
      return lists.stream().map(other -> ranks.withDomain(other.domain())).toList();
    }

    private void run() {
      for (int first = 0; first < ranks.size(); first += MatchCounter.RANKS) {
        if (leastShared(first, others.size()) > skills.size()) {
          return;
        }
        count(first / MatchCounter.RANKS);
        if (first < SORTED_BLOCKS * MatchCounter.RANKS) {
          searchSorted(first);
        } else {
          search(first);
        }
      }
    }

    /// How many required skills must be shared to reach the k-th total from a rank on.
    ///
    /// @param domains how many other domains are shared
    private int leastShared(int rank, int domains) {
      long missing = top.least() - reweighing.bound(ranks.highest(rank));
      int least = 1;
      while (least <= skills.size() && ceilings.of(least, least, domains + 1) < missing) {
        least++;
      }
      return least;
    }

    private void count(int block) {
      count(skills, required, block);
      count(shownSkills, shown, block);
      count(wishedSkills, wished, block);
      count(others, domains, block);
      Arrays.fill(earlier, 0);
      for (RankSet other : seen) {
        other.setIn(earlier, block);
      }
    }

    private static void count(List<RankSet> sets, MatchCounter counter, int block) {
      counter.clear();
      for (RankSet set : sets) {
        set.countInto(counter, block);
      }
    }

    private void searchSorted(int first) {
      for (int skill = skills.size(); skill >= 1; skill--) {
        for (int domain = others.size(); domain >= 0; domain--) {
          for (int word = 0; word < words(first); word++) {
            if (leastShared(first + word * Long.SIZE, domain) <= skill) {
              offer(first, word, required.exactly(skill, word) & domains.exactly(domain, word));
            }
          }
        }
      }
    }

    private void search(int first) {
      for (int word = 0; word < words(first); word++) {
        for (int domain = others.size(); domain >= 0; domain--) {
          int least = leastShared(first + word * Long.SIZE, domain);
          if (least <= skills.size()) {
            offer(first, word, required.atLeast(least, word) & domains.exactly(domain, word));
          }
        }
      }
    }

    private int words(int first) {
      return Math.min(MatchCounter.WORDS, Math.ceilDiv(ranks.size() - first, Long.SIZE));
    }

    private void offer(int first, int word, long found) {
      for (long left = found & ~earlier[word]; left != 0; left &= left - 1) {
        offer(first, word * Long.SIZE + Long.numberOfTrailingZeros(left));
      }
    }

    private void offer(int first, int place) {
      int rank = first + place;
      int skillCount = required.of(place);
      int shownCount = shown.of(place);
      int domainCount = domains.of(place) + 1;
      long highest = reweighing.bound(ranks.highest(rank));
      if (highest + ceilings.of(skillCount, shownCount, domainCount) < top.least()) {
        return;
      }
      var shared = new Shared(skillCount, shownCount, wished.of(place), domainCount);
      long bound = posting.bound(traits.at(rank), shared, bounds);
      if (bound >= top.least()) {
        offer(ranks.candidate(rank), bound);
      }
    }

    private void offer(int candidate, long bound) {
      if (changes.isGone(candidate)) {
        return;
      }
      pair.read(base.records(), candidate, posting.numbers());
      long total = posting.total(pair, bounds, bound, top.least());
      if (total >= top.least()) {
        top.offer(total, candidate);
      }
    }
  }
}
