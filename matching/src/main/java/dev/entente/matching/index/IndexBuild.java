package dev.entente.matching.index;

import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.Traits;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Makes the ranks of all domains from records, on all processors.
final class IndexBuild {
  private static final int PARTS = 8;

  private final CandidateRecords records;
  private final Standings standings;

  private IndexBuild(CandidateRecords records, Standings standings) {
    this.records = records;
    this.standings = standings;
  }

  /// The ranks of each domain that somebody declares who did not opt out.
  static List<DomainRanks> ranks(CandidateRecords records, Standings standings) {
    return new IndexBuild(records, standings).ranks();
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

  private List<DomainRanks> ranks() {
    List<Part> parts = IntStream.range(0, PARTS).parallel().mapToObj(this::part).toList();
    var all = new Part();
    parts.forEach(part -> all.merge(part, standings.columns()));
    return all.entries.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .parallel()
        .map(entry -> ranks(entry.getKey(), entry.getValue(), all))
        .toList();
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
    private Traits traits;

    private Row(Standings standings) {
      this.standings = standings;
      numbers = new char[standings.columns()];
      traits = new Traits(numbers, standings.columns());
    }

    private void measure(RecordCursor cursor) {
      int needed = cursor.head().domainCount() * standings.columns();
      if (needed > numbers.length) {
        numbers = new char[needed];
        traits = new Traits(numbers, standings.columns());
      }
      standings.measure(cursor, traits, 0);
    }

    private int highest(int domain) {
      return standings.highest(traits, domain);
    }
  }

  private DomainRanks ranks(int domain, DomainEntries entries, Part all) {
    int[] order = entries.order();
    int[] candidates = entries.candidates(order);
    TermSets skills = TermSets.of(candidates.length, all.skillLimit, skills(candidates));
    TermSets domains = TermSets.of(candidates.length, all.domainLimit, domains(candidates));
    return new DomainRanks(
        domain,
        candidates,
        entries.highest(order),
        entries.traits(order),
        List.of(skills, domains));
  }

  private TermSets.Source skills(int[] candidates) {
    var cursor = new RecordCursor();
    return (rank, taker) -> {
      records.read(candidates[rank], cursor);
      forEachSkill(cursor.head(), taker);
    };
  }

  static void forEachSkill(CandidateNumbers head, IntConsumer taker) {
    for (int i = 0; i < head.skillCount(); i++) {
      taker.accept(head.skill(i));
    }
  }

  private TermSets.Source domains(int[] candidates) {
    var cursor = new RecordCursor();
    return (rank, taker) -> {
      records.read(candidates[rank], cursor);
      forEachDomain(cursor.head(), taker);
    };
  }

  static void forEachDomain(CandidateNumbers head, IntConsumer taker) {
    for (int i = 0; i < head.domainCount(); i++) {
      taker.accept(head.domain(i));
    }
  }
}
