package dev.entente.matching.index;

import java.util.stream.IntStream;

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

  /// Makes all pages of a domain, on all processors.
  Page[] pages(DomainRanks.Rows rows) {
    return IntStream.range(0, Math.ceilDiv(rows.size(), TermPage.SIZE))
        .parallel()
        .mapToObj(page -> page(rows, page * TermPage.SIZE))
        .toArray(Page[]::new);
  }

  private Page page(DomainRanks.Rows rows, int first) {
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
