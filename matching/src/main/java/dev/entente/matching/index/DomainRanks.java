package dev.entente.matching.index;

/// The candidates who declare a domain, ranked by how high they can score there, and who of them
/// has each skill and each other domain. Immutable, shared by threads.
final class DomainRanks {
  private final int domain;
  private final int[] candidates;
  private final int[] highest;
  private final char[] traits;
  private final TermSets skills;
  private final TermSets shownSkills;
  private final TermSets assessedSkills;
  private final TermSets otherDomains;

  /// @param candidates by rank
  /// @param highest totals by rank, descending
  /// @param traits rows by rank
  /// @param terms of the ranks
  DomainRanks(int domain, int[] candidates, int[] highest, char[] traits, Terms terms) {
    this.domain = domain;
    this.candidates = candidates;
    this.highest = highest;
    this.traits = traits;
    skills = terms.skills();
    shownSkills = terms.shownSkills();
    assessedSkills = terms.assessedSkills();
    otherDomains = terms.domains();
  }

  static DomainRanks empty(int domain) {
    TermSets nobody = TermSets.of(0, 0, (_, _) -> {});
    var terms = new Terms(nobody, nobody, nobody, nobody);
    return new DomainRanks(domain, new int[0], new int[0], new char[0], terms);
  }

  /// Who has what of the candidates of a domain, by rank.
  record Terms(TermSets skills, TermSets shownSkills, TermSets assessedSkills, TermSets domains) {}

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

  RowTraits traits(Standings standings) {
    return new RowTraits(traits, standings);
  }

  RankSet withSkill(int skill) {
    return skills.of(skill);
  }

  RankSet withSkillShown(int skill) {
    return shownSkills.of(skill);
  }

  RankSet withSkillAssessed(int skill) {
    return assessedSkills.of(skill);
  }

  RankSet withDomain(int other) {
    return otherDomains.of(other);
  }
}
