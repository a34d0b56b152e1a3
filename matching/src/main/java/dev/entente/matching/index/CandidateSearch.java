package dev.entente.matching.index;

import dev.entente.matching.numbers.Overlap;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One search for the k best candidates of a posting.
final class CandidateSearch {
  /* Each domain has its candidates in the order of a bound of the total that depends on the candidate
   * alone. What a posting can add to it depends on how many of its skills and domains are shared. So the
   * search goes down the ranks of each of the posting's domains in blocks: the block's highest bound and
   * the k-th total until here tell how many skills must be shared; if more than there are, nobody further
   * down can be among the k best. Whoever shares enough is bounded by the own height and what just is
   * shared, those who share most first, then by the own traits, then scored criterion by criterion as
   * long as the total may suffice; each of these for many who are left, and what it reads is touched for
   * all of them first, so that cache misses overlap. The first blocks of all domains come before the
   * others, so that the k-th total rises early. Whoever also is in the list of a domain with
   * fewer candidates is passed over: that list shows her, and in this one fewer domains can be shared.
   *
   * This is the threshold algorithm (Fagin, Lotem and Naor, Optimal aggregation algorithms for
   * middleware, 2003) over lists with block bounds (Ding and Suel, Faster top-k document retrieval using
   * block-max indexes, 2011). Only what lies below the k-th total is cut off, never what equals it: ties
   * are for the candidate's id to decide. All is in whole numbers, so a bound needs no slack. */

  // Blocks of each domain in which those who share most are scored before others are gathered, so
  // that the k-th total rises early.
  private static final int STEPWISE_BLOCKS = 2;

  private final Base base;
  private final Changes changes;
  private final PreparedPosting posting;
  private final TopTotals top;
  private final Standings.Reweighing reweighing;
  private final Ceilings ceilings;
  private final boolean isAlone;
  private final BlockOverlaps overlaps;
  private final Finalists finalists;
  private final int[] places = new int[MatchCounter.RANKS];
  private int gathered;

  @SuppressWarnings("UnusedVariable") // written so that no compiler leaves the touching out
  private int touched;

  CandidateSearch(Base base, Changes changes, PreparedPosting posting, TopTotals top) {
    this.base = base;
    this.changes = changes;
    this.posting = posting;
    this.top = top;
    reweighing = base.standings().reweighing(posting.weights());
    ceilings = new Ceilings(posting);
    isAlone = posting.numbers().domainCount() == 1;
    overlaps = new BlockOverlaps(posting.numbers());
    finalists = new Finalists(base, posting, top);
  }

  void run() {
    List<DomainRanks> lists =
        IntStream.of(posting.numbers().domains())
            .mapToObj(base::ranks)
            .filter(ranks -> ranks.size() > 0)
            .sorted(Comparator.comparingInt(DomainRanks::size))
            .toList();
    List<ListSearch> searches =
        IntStream.range(0, lists.size()).mapToObj(i -> new ListSearch(lists, i)).toList();
    searches.forEach(search -> search.runTo(STEPWISE_BLOCKS * MatchCounter.RANKS));
    searches.forEach(search -> search.runTo(Integer.MAX_VALUE));
  }

  /// The search of one domain's ranks.
  private final class ListSearch {
    private final DomainRanks ranks;
    private final RowTraits traits;
    private final List<DomainRanks> seen;
    private final List<DomainRanks> notSeen;
    private int next;
    private @Nullable PageSearch page;

    /// @param lists of all the posting's domains; those before the place show their candidates
    private ListSearch(List<DomainRanks> lists, int place) {
      ranks = lists.get(place);
      traits = ranks.traits(base.standings());
      seen = lists.subList(0, place);
      notSeen = lists.subList(place + 1, lists.size());
    }

    /// Goes on down the ranks.
    ///
    /// @param end before which it pauses, whole blocks
    private void runTo(int end) {
      int most = posting.numbers().requiredSkills().length;
      while (next < Math.min(end, ranks.size())) {
        if (next % TermPage.SIZE == 0) {
          if (leastShared(next, notSeen.size(), most) > most) {
            next = ranks.size();
            return;
          }
          page = new PageSearch(this, next);
        }
        next = Objects.requireNonNull(page).search(next);
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
    private final PostingSets sets;

    private PageSearch(ListSearch list, int pageFirst) {
      this.list = list;
      this.pageFirst = pageFirst;
      ranks = list.ranks;
      sets = PostingSets.of(posting.numbers(), ranks.page(pageFirst), list.seen, list.notSeen);
    }

    /// Searches a block.
    ///
    /// @param first rank of it
    /// @return the first rank of the next block that may show somebody
    private int search(int first) {
      int leastSkills = leastShared(first, sets.mostOthers());
      if (leastSkills > sets.mostRequired()) {
        return pageFirst + TermPage.SIZE;
      }
      int block = (first - pageFirst) / MatchCounter.RANKS;
      if (overlaps.count(sets, block, leastSkills, leastOthers(first))) {
        search(first, leastSkills);
      }
      return first + MatchCounter.RANKS;
    }

    /// How many other domains must be shared to reach the k-th total from a rank on.
    private int leastOthers(int rank) {
      int least = 0;
      while (least < sets.mostOthers() && leastShared(rank, least) > sets.mostRequired()) {
        least++;
      }
      return least;
    }

    private int leastShared(int rank, int others) {
      return list.leastShared(rank, others, sets.mostRequired());
    }

    private void search(int first, int leastSkills) {
      boolean isStepwise = first < STEPWISE_BLOCKS * MatchCounter.RANKS;
      for (int skills = sets.mostRequired(); skills >= leastSkills; skills--) {
        for (int others = sets.mostOthers(); others >= 0; others--) {
          gather(first, skills, others);
          if (isStepwise) {
            offerGathered(first);
          }
        }
      }
      offerGathered(first);
    }

    /// Gathers those who share just so much and whose height may suffice.
    private void gather(int first, int skills, int others) {
      long missing = top.least() - ceilings.of(skills, skills, others + 1);
      for (int word = 0; word < MatchCounter.WORDS; word++) {
        if (overlaps.enough(word) == 0) {
          continue;
        }
        int rank = first + word * Long.SIZE;
        if (reweighing.bound(ranks.highest(rank)) < missing) {
          return; // nor does anybody's further down
        }
        for (long left = overlaps.exactly(skills, others, word); left != 0; left &= left - 1) {
          int bit = Long.numberOfTrailingZeros(left);
          if (height(rank + bit) >= missing) {
            places[gathered] = word * Long.SIZE + bit;
            gathered++;
          }
        }
      }
    }

    private void offerGathered(int first) {
      if (gathered > 0) {
        retainReaching(first);
        touchRows(first);
        for (int i = 0; i < gathered; i++) {
          offer(first, places[i]);
        }
        gathered = 0;
        finalists.score();
      }
    }

    private void touchRows(int first) {
      int sum = 0;
      for (int i = 0; i < gathered; i++) {
        int rank = first + places[i];
        sum += list.traits.touch(rank) + ranks.candidate(rank);
      }
      touched += sum;
    }

    /// Leaves of those who are gathered whoever shows enough of what is required.
    private void retainReaching(int first) {
      int retained = 0;
      for (int i = 0; i < gathered; i++) {
        int place = places[i];
        long ceiling =
            ceilings.of(overlaps.required(place), overlaps.shown(place), overlaps.domains(place));
        if (reaches(first + place, ceiling)) {
          places[retained] = place;
          retained++;
        }
      }
      gathered = retained;
    }

    private void offer(int first, int place) {
      int rank = first + place;
      RowTraits row = list.traits.at(rank);
      Overlap overlap = overlaps.of(place, base.standings().shownSkills(row));
      if (!reaches(rank, ceilings.of(overlap))) {
        return;
      }
      long bound = posting.bound(row, overlap, finalists.nextBounds());
      if (bound >= top.least() && !changes.isGone(ranks.candidate(rank))) {
        finalists.add(ranks.candidate(rank), overlap);
      }
    }

    private boolean reaches(int rank, long ceiling) {
      return height(rank) + ceiling >= top.least();
    }

    /// What a rank's height comes to for this posting.
    private long height(int rank) {
      int height = ranks.height(rank, isAlone);
      return reweighing.bound(Heights.total(height)) - posting.deduction(Heights.mark(height));
    }
  }
}
