package dev.entente.matching.index;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.numbers.Traits;
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
  private final long[] bounds;
  private final long[] earlier = new long[MatchCounter.WORDS];

  PostingSearch(Base base, Changes changes, PreparedPosting posting, TopTotals top) {
    this.base = base;
    this.changes = changes;
    this.posting = posting;
    this.top = top;
    reweighing = base.standings().reweighing(posting.weights());
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
      new ListSearch(lists.get(i), lists.subList(0, i), lists.size() - i).run();
    }
  }

  /// The search of one domain's ranks.
  private final class ListSearch {
    private final DomainRanks ranks;
    private final List<RankSet> skills = new ArrayList<>();
    private final List<RankSet> seen = new ArrayList<>();
    private final Traits traits;
    private final int domains;
    private final long[] ceilings;
    private final MatchCounter counter;

    /// @param shown lists that were searched before
    /// @param domains most domains that are shared by those who are in none of these
    private ListSearch(DomainRanks ranks, List<DomainRanks> shown, int domains) {
      this.ranks = ranks;
      this.domains = domains;
      traits = ranks.traits(base.standings().columns());
      for (int skill : posting.numbers().requiredSkills()) {
        RankSet with = ranks.withSkill(skill);
        if (!with.isEmpty()) {
          skills.add(with);
        }
      }
      shown.forEach(other -> seen.add(ranks.withDomain(other.domain())));
      ceilings = posting.ceilings(skills.size(), domains);
      counter = new MatchCounter(skills.size());
    }

    private void run() {
      int blocks = Math.ceilDiv(ranks.size(), MatchCounter.RANKS);
      for (int block = 0; block < blocks; block++) {
        int least = leastShared(block * MatchCounter.RANKS);
        if (least > skills.size()) {
          return;
        }
        count(block);
        if (block < SORTED_BLOCKS) {
          searchSorted(block, least);
        } else {
          search(block);
        }
      }
    }

    /// How many required skills must be shared to reach the k-th total from a rank on.
    private int leastShared(int rank) {
      long highest = reweighing.bound(ranks.highest(rank));
      int least = 1;
      while (least <= skills.size() && highest + ceilings[least] < top.least()) {
        least++;
      }
      return least;
    }

    private void count(int block) {
      counter.clear();
      for (RankSet skill : skills) {
        skill.countInto(counter, block);
      }
      Arrays.fill(earlier, 0);
      for (RankSet other : seen) {
        other.setIn(earlier, block);
      }
    }

    private void searchSorted(int block, int least) {
      for (int shared = skills.size(); shared >= least; shared--) {
        for (int word = 0; word < MatchCounter.WORDS; word++) {
          offer(block, word, counter.exactly(shared, word));
        }
      }
    }

    private void search(int block) {
      int words =
          Math.min(
              MatchCounter.WORDS,
              Math.ceilDiv(ranks.size() - block * MatchCounter.RANKS, Long.SIZE));
      for (int word = 0; word < words; word++) {
        int least = leastShared(block * MatchCounter.RANKS + word * Long.SIZE);
        if (least > skills.size()) {
          return;
        }
        offer(block, word, counter.atLeast(least, word));
      }
    }

    private void offer(int block, int word, long found) {
      long left = found & ~earlier[word];
      while (left != 0) {
        int place = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        offer(block * MatchCounter.RANKS + place, counter.of(place));
        left &= left - 1;
      }
    }

    private void offer(int rank, int shared) {
      var most = new PreparedPosting.Shared(base.standings(), shared, domains);
      long bound = posting.bound(traits, rank, most, bounds);
      int candidate = ranks.candidate(rank);
      if (bound < top.least() || changes.isGone(candidate)) {
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
