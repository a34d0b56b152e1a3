package dev.entente.benchmarks.columns;

/// What a candidate shows in some domains at once; sums over the entries that share a domain with a
/// posting are what its criteria count.
///
/// @param domains bits: one, or those of jobs that were held in the same months
/// @param months worked in all of these domains and in no other
/// @param tests how many technical tests
/// @param testSum of their results, hundredths of a point
/// @param quizzes how many quiz results
/// @param quizSum of their scores, hundredths of a point
/// @param series how many series of at least four quiz results
/// @param seriesSum of the scores of these series, hundredths of a point
public record DomainEvidence(
    long domains,
    int months,
    int tests,
    int testSum,
    int quizzes,
    int quizSum,
    int series,
    int seriesSum) {
  static DomainEvidence none(long domains) {
    return new DomainEvidence(domains, 0, 0, 0, 0, 0, 0, 0);
  }

  /// Both together.
  public DomainEvidence plus(DomainEvidence other) {
    return new DomainEvidence(
        domains | other.domains,
        months + other.months,
        tests + other.tests,
        testSum + other.testSum,
        quizzes + other.quizzes,
        quizSum + other.quizSum,
        series + other.series,
        seriesSum + other.seriesSum);
  }
}
