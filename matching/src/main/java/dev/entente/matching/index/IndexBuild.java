package dev.entente.matching.index;

import dev.entente.matching.numbers.CandidateNumbers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Makes the ranks of all domains from records, on all processors.
final class IndexBuild {
  private static final int PARTS = 8;

  private final Standings standings;
  private CandidateRecords records;

  private IndexBuild(CandidateRecords records, Standings standings) {
    this.records = records;
    this.standings = standings;
  }

  /// What was made of records.
  ///
  /// @param records the same ones, those with the highest totals first: what many postings look at
  ///   lies close together then
  /// @param ranks of each domain that somebody declares who did not opt out
  record Built(CandidateRecords records, List<DomainRanks> ranks) {}

  static Built of(CandidateRecords records, Standings standings) {
    return new IndexBuild(records, standings).build();
  }

  /// Entries of some candidates, and how large term numbers are.
  private static final class Part {
    private final Map<Integer, DomainEntries> entries = new TreeMap<>();
    private int skillLimit;
    private int domainLimit;

    private void merge(Part other, int columns) {
      skillLimit = Math.max(skillLimit, other.skillLimit);
      domainLimit = Math.max(domainLimit, other.domainLimit);
      other.entries.forEach(
          (domain, some) ->
              entries.computeIfAbsent(domain, _ -> new DomainEntries(columns)).addAll(some));
      other.entries.clear();
    }
  }

  private Built build() {
    List<Part> parts = IntStream.range(0, PARTS).parallel().mapToObj(this::part).toList();
    var all = new Part();
    parts.forEach(part -> all.merge(part, standings.columns()));
    renumber(all);
    List<DomainRanks> ranks =
        all.entries.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
            .parallel()
            .map(entry -> ranks(entry.getKey(), entry.getValue(), all))
            .toList();
    return new Built(records, ranks);
  }

  private void renumber(Part all) {
    int[] highest = new int[records.size()];
    all.entries.values().forEach(entries -> entries.raise(highest));
    int[] order = DomainEntries.descending(highest, highest.length);
    records = records.inOrder(order);
    int[] numbers = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      numbers[order[i]] = i;
    }
    all.entries.values().parallelStream().forEach(entries -> entries.renumber(numbers));
  }

  private Part part(int number) {
    var part = new Part();
    var cursor = new RecordCursor();
    var row = new Row(standings);
    int end = (int) ((long) records.size() * (number + 1) / PARTS);
    for (int i = (int) ((long) records.size() * number / PARTS); i < end; i++) {
      records.read(i, cursor);
      add(i, cursor, row, part);
    }
    return part;
  }

  private void add(int candidate, RecordCursor cursor, Row row, Part part) {
    CandidateNumbers head = cursor.head();
    if (head.skillCount() > 0) {
      part.skillLimit = Math.max(part.skillLimit, head.skill(head.skillCount() - 1) + 1);
    }
    if (head.isOptedOut() || head.domainCount() == 0) {
      return;
    }
    part.domainLimit = Math.max(part.domainLimit, head.domain(head.domainCount() - 1) + 1);
    row.measure(cursor);
    for (int d = 0; d < head.domainCount(); d++) {
      part.entries
          .computeIfAbsent(head.domain(d), _ -> new DomainEntries(standings.columns()))
          .add(candidate, row.highest(d), row.numbers, d * standings.columns());
    }
  }

  /// The traits of one candidate, a row for each declared domain; reused.
  private static final class Row {
    private final Standings standings;
    private char[] numbers;
    private RowTraits traits;

    private Row(Standings standings) {
      this.standings = standings;
      numbers = new char[standings.columns()];
      traits = new RowTraits(numbers, standings);
    }

    private void measure(RecordCursor cursor) {
      int needed = cursor.head().domainCount() * standings.columns();
      if (needed > numbers.length) {
        numbers = new char[needed];
        traits = new RowTraits(numbers, standings);
      }
      standings.measure(cursor, traits);
    }

    private int highest(int domain) {
      return standings.highest(traits.at(domain));
    }
  }

  private DomainRanks ranks(int domain, DomainEntries entries, Part all) {
    int[] order = entries.order();
    int[] candidates = entries.candidates(order);
    var terms =
        new DomainRanks.Terms(
            sets(candidates, all.skillLimit, IndexBuild::forEachSkill),
            sets(candidates, all.skillLimit, IndexBuild::forEachSkillShown),
            sets(candidates, all.skillLimit, IndexBuild::forEachSkillAssessed),
            sets(candidates, all.domainLimit, IndexBuild::forEachDomain));
    return new DomainRanks(
        domain, candidates, entries.highest(order), entries.traits(order), terms);
  }

  /// Some terms of a candidate.
  interface Terms {
    void forEach(CandidateNumbers head, IntConsumer taker);
  }

  private TermSets sets(int[] candidates, int limit, Terms terms) {
    var cursor = new RecordCursor();
    return TermSets.of(
        candidates.length,
        limit,
        (rank, taker) -> {
          records.read(candidates[rank], cursor);
          terms.forEach(cursor.head(), taker);
        });
  }

  static void forEachSkill(CandidateNumbers head, IntConsumer taker) {
    for (int i = 0; i < head.skillCount(); i++) {
      taker.accept(head.skill(i));
    }
  }

  private static void forEachSkillShown(CandidateNumbers head, IntConsumer taker) {
    for (int i = 0; i < head.skillCount(); i++) {
      if (head.isShown(i)) {
        taker.accept(head.skill(i));
      }
    }
  }

  private static void forEachSkillAssessed(CandidateNumbers head, IntConsumer taker) {
    for (int i = 0; i < head.skillCount(); i++) {
      if (head.isAssessed(i)) {
        taker.accept(head.skill(i));
      }
    }
  }

  static void forEachDomain(CandidateNumbers head, IntConsumer taker) {
    for (int i = 0; i < head.domainCount(); i++) {
      taker.accept(head.domain(i));
    }
  }
}
