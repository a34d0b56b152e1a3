package dev.entente.matching.index;

import dev.entente.matching.numbers.Overlap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One search for the k best candidates of a posting.
final class PostingSearch {
  /* Each domain has its candidates in the order of a bound of the total that depends on the candidate
   * alone. What a posting can add to it depends on how many of its skills and domains are shared. So the
   * search goes down the ranks of each of the posting's domains, the shortest list first, in blocks: the
   * block's highest bound and the k-th total until here tell how many skills must be shared; if more
   * than there are, nobody further down can be among the k best. Whoever shares enough is bounded by what
   * just is shared, then by the own traits, then scored criterion by criterion as long as the total may
   * suffice; each of these for all of a block who are left, so that cache misses overlap. A candidate that an
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
  private final Standings.Reweighing reweighing;
  private final Ceilings ceilings;
  private final Finalists finalists;
  private final int[] places = new int[MatchCounter.RANKS];
  private int gathered;

  @SuppressWarnings("UnusedVariable") // written so that no compiler leaves the touching out
  private int touched;

  PostingSearch(Base base, Changes changes, PreparedPosting posting, TopTotals top) {
    this.base = base;
    this.changes = changes;
    this.posting = posting;
    this.top = top;
    reweighing = base.standings().reweighing(posting.weights());
    ceilings = new Ceilings(posting);
    finalists = new Finalists(base, posting, top);
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
    private final RowTraits traits;
    private final List<DomainRanks> seen;
    private final List<DomainRanks> notSeen;

    /// @param lists of all the posting's domains, those behind the place not searched yet
    private ListSearch(List<DomainRanks> lists, int place) {
      ranks = lists.get(place);
      traits = ranks.traits(base.standings());
      seen = lists.subList(0, place);
      notSeen = lists.subList(place + 1, lists.size());
    }

    private void run() {
      int most = posting.numbers().requiredSkills().length;
      for (int first = 0; first < ranks.size(); first += TermPage.SIZE) {
        if (leastShared(first, notSeen.size(), most) > most) {
          return;
        }
        new PageSearch(this, first).run();
      }
    }

    /// How many required skills must be shared to reach the k-th total from a rank on.
    ///
    /// @param others how many other domains are shared
    /// @param most required skills that can be shared; the answer is one more if they do not
    ///   suffice
    private int leastShared(int rank, int others, int most) {
      long missing = top.least() - reweighing.bound(ranks.highest(rank));
      int least = 1;
      while (least <= most && ceilings.of(least, least, others + 1) < missing) {
        least++;
      }
      return least;
    }
  }

  /// The search of one page of a domain's ranks.
  private final class PageSearch {
    private final ListSearch list;
    private final DomainRanks ranks;
    private final int pageFirst;
    private final BlockOverlaps overlaps;

    private PageSearch(ListSearch list, int pageFirst) {
      this.list = list;
      this.pageFirst = pageFirst;
      ranks = list.ranks;
      overlaps =
          new BlockOverlaps(posting.numbers(), ranks.page(pageFirst), list.seen, list.notSeen);
    }

    private void run() {
      int end = Math.min(ranks.size(), pageFirst + TermPage.SIZE);
      for (int first = pageFirst; first < end; first += MatchCounter.RANKS) {
        int leastSkills = leastShared(first, overlaps.mostOthers());
        if (leastSkills > overlaps.mostRequired()) {
          return;
        }
        int block = (first - pageFirst) / MatchCounter.RANKS;
        if (!overlaps.count(block, leastSkills, leastOthers(first))) {
          continue;
        }
        if (first < SORTED_BLOCKS * MatchCounter.RANKS) {
          searchSorted(first);
        } else {
          search(first);
        }
      }
    }

    /// How many other domains must be shared to reach the k-th total from a rank on.
    private int leastOthers(int rank) {
      int least = 0;
      while (least < overlaps.mostOthers() && leastShared(rank, least) > overlaps.mostRequired()) {
        least++;
      }
      return least;
    }

    private int leastShared(int rank, int others) {
      return list.leastShared(rank, others, overlaps.mostRequired());
    }

    private void searchSorted(int first) {
      for (int skills = overlaps.mostRequired(); skills >= 1; skills--) {
        for (int others = overlaps.mostOthers(); others >= 0; others--) {
          for (int word = 0; word < MatchCounter.WORDS; word++) {
            if (overlaps.enough(word) != 0
                && leastShared(first + word * Long.SIZE, others) <= skills) {
              gather(word, overlaps.exactly(skills, others, word));
            }
          }
          offerGathered(first);
        }
      }
    }

    private void search(int first) {
      for (int word = 0; word < MatchCounter.WORDS; word++) {
        if (overlaps.enough(word) == 0) {
          continue;
        }
        for (int others = overlaps.mostOthers(); others >= 0; others--) {
          int least = leastShared(first + word * Long.SIZE, others);
          if (least <= overlaps.mostRequired()) {
            gather(word, overlaps.atLeast(least, others, word));
          }
        }
      }
      offerGathered(first);
    }

    private void gather(int word, long found) {
      for (long left = found; left != 0; left &= left - 1) {
        places[gathered] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        gathered++;
      }
    }

    private void offerGathered(int first) {
      int reaching = 0;
      for (int i = 0; i < gathered; i++) {
        int place = places[i];
        if (mayReach(first + place, place)) {
          places[reaching] = place;
          reaching++;
          touched += list.traits.touch(first + place);
        }
      }
      for (int i = 0; i < reaching; i++) {
        offer(first, places[i]);
      }
      gathered = 0;
      finalists.score();
    }

    private boolean mayReach(int rank, int place) {
      long ceiling =
          ceilings.of(overlaps.required(place), overlaps.shown(place), overlaps.domains(place));
      return reweighing.bound(standing(rank)) + ceiling >= top.least();
    }

    private void offer(int first, int place) {
      int rank = first + place;
      RowTraits row = list.traits.at(rank);
      Overlap overlap = overlaps.of(place, base.standings().shownSkills(row));
      if (reweighing.bound(standing(rank)) + ceilings.of(overlap) < top.least()) {
        return;
      }
      long bound = posting.bound(row, overlap, finalists.nextBounds());
      if (bound >= top.least() && !changes.isGone(ranks.candidate(rank))) {
        finalists.add(ranks.candidate(rank), overlap);
      }
    }

    private int standing(int rank) {
      return posting.numbers().domainCount() == 1 ? ranks.alone(rank) : ranks.highest(rank);
    }
  }
}
