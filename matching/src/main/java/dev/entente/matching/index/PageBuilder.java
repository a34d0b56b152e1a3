package dev.entente.matching.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the pages of ranks from records, each of which is read once for a page. Shared by threads.
final class PageBuilder {
  // Records that are fetched side by side before they are read.
  private static final int NEAR = 32;

  private final CandidateRecords records;
  private final PageGathering.Stock gatherings;

  @SuppressWarnings("UnusedVariable") // written so that no compiler leaves the touching out
  private volatile int touched;

  PageBuilder(CandidateRecords records, PageGathering.Stock gatherings) {
    this.records = records;
    this.gatherings = gatherings;
  }

  /// Makes all pages of some domains, on all processors.
  ///
  /// @return the pages of each
  List<Page[]> pages(List<DomainRanks.Rows> domains) {
    List<Place> places = domains.stream().flatMap(PageBuilder::places).toList();
    List<Page> pages = AllProcessors.map(places, this::page);
    List<Page[]> byDomain = new ArrayList<>();
    int first = 0;
    for (DomainRanks.Rows rows : domains) {
      int next = first + Math.ceilDiv(rows.size(), TermPage.SIZE);
      byDomain.add(pages.subList(first, next).toArray(Page[]::new));
      first = next;
    }
    return byDomain;
  }

  /// Where a page begins.
  private record Place(DomainRanks.Rows rows, int first) {}

  private static Stream<Place> places(DomainRanks.Rows rows) {
    return IntStream.iterate(0, first -> first < rows.size(), first -> first + TermPage.SIZE)
        .mapToObj(first -> new Place(rows, first));
  }

  private Page page(Place place) {
    DomainRanks.Rows rows = place.rows();
    int first = place.first();
    int size = Math.min(rows.size() - first, TermPage.SIZE);
    PageGathering gathering = gatherings.take();
    var cursor = new RecordCursor();
    for (int i = 0; i < size; i += NEAR) {
      int next = Math.min(size, i + NEAR);
      touch(rows, first + i, first + next);
      for (int near = i; near < next; near++) {
        records.read(rows.candidate(first + near), cursor);
        gathering.addWithEvidence(near, cursor.head());
      }
    }
    Page page = gathering.toPage(size);
    gatherings.putBack(gathering);
    return page;
  }

  private void touch(DomainRanks.Rows rows, int from, int to) {
    int sum = 0;
    for (int rank = from; rank < to; rank++) {
      sum += records.touch(rows.candidate(rank));
    }
    touched = sum;
  }
}
