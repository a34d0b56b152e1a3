package dev.entente.matching.index;

import dev.entente.matching.numbers.CandidateNumbers;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Makes one page after another from records, each of which is read once for a page. Not
/// thread-safe.
final class PageBuilder {
  // Records that are fetched side by side before they are read.
  private static final int NEAR = 32;

  private final CandidateRecords records;
  private final Skills named;
  private final RecordCursor cursor = new RecordCursor();
  private final TermGathering skills = new TermGathering();
  private final TermGathering domains = new TermGathering();

  @SuppressWarnings("UnusedVariable") // written so that no compiler leaves the touching out
  private int touched;

  private PageBuilder(CandidateRecords records, Skills named) {
    this.records = records;
    this.named = named;
  }

  /// What stands for one of a candidate's skills.
  interface Skills {
    int term(CandidateNumbers candidate, int index);
  }

  /// Makes all pages of some candidates, on all processors.
  ///
  /// @param size how many candidates there are
  /// @param candidate by rank
  static Page[] pages(
      CandidateRecords records, int size, IntUnaryOperator candidate, Skills named) {
    Queue<PageBuilder> idle = new ConcurrentLinkedQueue<>();
    return IntStream.range(0, Math.ceilDiv(size, TermPage.SIZE))
        .parallel()
        .mapToObj(
            page -> {
              PageBuilder known = idle.poll();
              PageBuilder builder = known == null ? new PageBuilder(records, named) : known;
              int first = page * TermPage.SIZE;
              Page made = builder.page(first, Math.min(size - first, TermPage.SIZE), candidate);
              idle.add(builder);
              return made;
            })
        .toArray(Page[]::new);
  }

  private Page page(int first, int size, IntUnaryOperator candidate) {
    for (int i = 0; i < size; i++) {
      if (i % NEAR == 0) {
        touch(first + i, first + Math.min(size, i + NEAR), candidate);
      }
      records.read(candidate.applyAsInt(first + i), cursor);
      add(i, cursor.head());
    }
    return new Page(skills.toPage(size), domains.toPage(size));
  }

  private void touch(int from, int to, IntUnaryOperator candidate) {
    for (int rank = from; rank < to; rank++) {
      touched += records.touch(candidate.applyAsInt(rank));
    }
  }

  private void add(int number, CandidateNumbers head) {
    for (int i = 0; i < head.skillCount(); i++) {
      skills.add(number, named.term(head, i));
    }
    for (int i = 0; i < head.domainCount(); i++) {
      domains.add(number, head.domain(i));
    }
  }
}
