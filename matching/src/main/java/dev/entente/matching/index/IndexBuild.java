package dev.entente.matching.index;

import dev.entente.matching.numbers.CandidateNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Makes the ranks of all domains from records, on all processors.
final class IndexBuild {
  private static final int PARTS = 8;

  private final Standings standings;
  private final CandidateRecords records;

  private IndexBuild(CandidateRecords records, Standings standings) {
    this.records = records;
    this.standings = standings;
  }

  /// What was made of records.
  ///
  /// @param records the same ones, those with the highest totals first: what many postings look at
  ///   lies close together then
  /// @param ranks of each domain that somebody declares who did not opt out
  /// @param census of all candidates
  record Built(CandidateRecords records, List<DomainRanks> ranks, Census census) {}

  static Built of(CandidateRecords records, Standings standings) {
    return new IndexBuild(records, standings).build();
  }

  private Built build() {
    int[] highest = new int[records.size()];
    Map<Integer, List<DomainEntries>> entries = new TreeMap<>();
    AllProcessors.map(PARTS, part -> part(part, highest))
        .forEach(part -> part.forEach((domain, some) -> addTo(entries, domain, some)));
    int[] order = DomainEntries.descending(highest);
    CandidateRecords ranked = records.inOrder(order);
    var gatherings = new PageGathering.Stock();
    var pages = new PageBuilder(ranked, gatherings);
    List<DomainRanks> ranks = ranks(rows(entries, DomainEntries.inverse(order)), pages);
    return new Built(ranked, ranks, Census.of(ranked, gatherings));
  }

  private static void addTo(
      Map<Integer, List<DomainEntries>> entries, int domain, DomainEntries some) {
    entries.computeIfAbsent(domain, _ -> new ArrayList<>()).add(some);
  }

  private Map<Integer, DomainEntries> part(int number, int[] highest) {
    var cursor = new RecordCursor();
    var part = new Part(standings);
    int end = (int) ((long) records.size() * (number + 1) / PARTS);
    for (int i = (int) ((long) records.size() * number / PARTS); i < end; i++) {
      records.read(i, cursor);
      if (!cursor.head().isOptedOut()) {
        highest[i] = part.add(i, cursor);
      }
    }
    return part.entries;
  }

  /// Some of the candidates while they are gathered, by declared domain.
  private static final class Part {
    private final Standings standings;
    private final Map<Integer, DomainEntries> entries = new TreeMap<>();
    private final Function<Integer, DomainEntries> newEntries;
    // The traits of one candidate, a row for each declared domain.
    private char[] numbers;
    private RowTraits traits;

    private Part(Standings standings) {
      this.standings = standings;
      newEntries = _ -> new DomainEntries(standings.columns());
      numbers = new char[standings.columns()];
      traits = new RowTraits(numbers, standings);
    }

    /// Adds a candidate, and gives the highest total of its rows.
    private int add(int candidate, RecordCursor cursor) {
      CandidateNumbers head = cursor.head();
      measure(cursor);
      int highest = 0;
      for (int d = 0; d < head.domainCount(); d++) {
        int height = height(d, false);
        highest = Math.max(highest, Heights.total(height));
        entries
            .computeIfAbsent(head.domain(d), newEntries)
            .add(candidate, height, height(d, true), numbers, d * standings.columns());
      }
      return highest;
    }

    private void measure(RecordCursor cursor) {
      int needed = cursor.head().domainCount() * standings.columns();
      if (needed > numbers.length) {
        numbers = new char[needed];
        traits = new RowTraits(numbers, standings);
      }
      standings.measure(cursor, traits);
    }

    private int height(int domain, boolean isAlone) {
      RowTraits row = traits.at(domain);
      return Heights.of(standings.highest(row, isAlone), standings.mark(row, isAlone));
    }
  }

  private static List<DomainRanks.Rows> rows(
      Map<Integer, List<DomainEntries>> entries, int[] numbers) {
    return AllProcessors.map(
        largestFirst(entries), domain -> rows(domain.getKey(), domain.getValue(), numbers));
  }

  // The caller begins with them, and nobody waits long for the last one.
  private static List<Map.Entry<Integer, List<DomainEntries>>> largestFirst(
      Map<Integer, List<DomainEntries>> entries) {
    return entries.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -DomainEntries.size(entry.getValue())))
        .toList();
  }

  private static DomainRanks.Rows rows(int domain, List<DomainEntries> parts, int[] numbers) {
    DomainRanks.Rows rows = DomainEntries.ranked(domain, parts, numbers);
    parts.clear(); // their room may be needed for the next
    return rows;
  }

  private static List<DomainRanks> ranks(List<DomainRanks.Rows> all, PageBuilder pages) {
    List<Page[]> made = pages.pages(all);
    return IntStream.range(0, all.size())
        .mapToObj(i -> new DomainRanks(all.get(i), made.get(i)))
        .toList();
  }
}
