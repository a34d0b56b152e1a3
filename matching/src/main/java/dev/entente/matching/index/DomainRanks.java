package dev.entente.matching.index;

import dev.entente.matching.numbers.Traits;
import java.util.List;

/// The candidates who declare a domain, ranked by how high they can score there, and who of them
/// has each skill and each other domain. Immutable, shared by threads.
final class DomainRanks {
  private final int domain;
  private final int[] candidates;
  private final int[] highest;
  private final char[] traits;
  private final TermSets skills;
  private final TermSets otherDomains;

  /// @param candidates by rank
  /// @param highest totals by rank, descending
  /// @param traits rows by rank
  DomainRanks(int domain, int[] candidates, int[] highest, char[] traits, List<TermSets> terms) {
    this.domain = domain;
    this.candidates = candidates;
    this.highest = highest;
    this.traits = traits;
    skills = terms.getFirst();
    otherDomains = terms.getLast();
  }

  static DomainRanks empty(int domain) {
    TermSets nobody = TermSets.of(0, 0, (_, _) -> {});
    return new DomainRanks(domain, new int[0], new int[0], new char[0], List.of(nobody, nobody));
  }

  int domain() {
    return domain;
  }

  int size() {
    return candidates.length;
  }

  int candidate(int rank) {
    return candidates[rank];
  }

  /// The highest total of a rank and all behind it, as [Standings#highest] gives it.
  int highest(int rank) {
    return highest[rank];
  }

  Traits traits(int columns) {
    return new Traits(traits, columns);
  }

  RankSet withSkill(int skill) {
    return skills.of(skill);
  }

  RankSet withDomain(int other) {
    return otherDomains.of(other);
  }
}
