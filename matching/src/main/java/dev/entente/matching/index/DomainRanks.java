package dev.entente.matching.index;

/// The candidates who declare a domain, ranked by how high they can score there, and who of them
/// has each skill and each other domain. Immutable, shared by threads.
final class DomainRanks {
  private final Rows rows;
  private final Page[] pages;

  /// @param pages of 65,536 ranks each, the last one perhaps of fewer
  DomainRanks(Rows rows, Page[] pages) {
    this.rows = rows;
    this.pages = pages;
  }

  /// The candidates of a domain, by rank.
  static final class Rows {
    private final int domain;
    private final int[] candidates;
    private final int[] heights;
    private final int[] alone;
    private final char[] traits;

    /// @param heights descending
    /// @param alone heights with a posting of this domain alone
    /// @param traits row by row
    Rows(int domain, int[] candidates, int[] heights, int[] alone, char[] traits) {
      this.domain = domain;
      this.candidates = candidates;
      this.heights = heights;
      this.alone = alone;
      this.traits = traits;
    }

    int size() {
      return candidates.length;
    }

    int candidate(int rank) {
      return candidates[rank];
    }
  }

  static DomainRanks empty(int domain) {
    return new DomainRanks(
        new Rows(domain, new int[0], new int[0], new int[0], new char[0]), new Page[0]);
  }

  int domain() {
    return rows.domain;
  }

  int size() {
    return rows.size();
  }

  int candidate(int rank) {
    return rows.candidates[rank];
  }

  /// The highest total of a rank and all behind it, as [Standings#highest] gives it.
  int highest(int rank) {
    return Heights.total(rows.heights[rank]);
  }

  /// The height of a rank.
  ///
  /// @param isAlone whether the posting has this domain alone
  int height(int rank, boolean isAlone) {
    return isAlone ? rows.alone[rank] : rows.heights[rank];
  }

  RowTraits traits(Standings standings) {
    return new RowTraits(rows.traits, standings);
  }

  /// The page of a rank.
  Page page(int rank) {
    return pages[rank / TermPage.SIZE];
  }
}
