package dev.entente.benchmarks.duckdb;

/// The tables that the statement reads, and the formulas it calls.
final class Tables {
  static final String CREATE =
      """
      CREATE TABLE loaded_list (
        domain INTEGER, skill INTEGER, evidence INTEGER, candidates INTEGER[]);
      CREATE TABLE person (
        number INTEGER, domains BIGINT, shown_skills INTEGER, quality INTEGER,
        months INTEGER, feedback INTEGER, training INTEGER, progression INTEGER, badges INTEGER);
      CREATE TABLE evidence (
        candidate INTEGER, domains BIGINT, months INTEGER, tests INTEGER, test_sum INTEGER,
        quizzes INTEGER, quiz_sum INTEGER, series INTEGER, series_sum INTEGER);
      CREATE TABLE text (number INTEGER, tokens INTEGER[]);
      """;

  /// Formulas that the planner writes into the statement.
  static final String FORMULAS =
      """
      CREATE MACRO half_up(dividend, divisor) AS (2 * dividend + divisor) // (2 * divisor);
      CREATE MACRO experience_match(months, asked) AS
        CASE WHEN asked = 0 THEN 10000 ELSE half_up(10000 * least(months, asked), asked) END;
      CREATE MACRO relevance(shared, asked, told) AS
        CASE WHEN shared = 0 THEN 0 ELSE least(10000,
          (CAST(floor(sqrt(CAST(1600000000 * shared * shared // (asked * told) AS DOUBLE))) AS BIGINT)
            + 1) // 2) END;
      """;

  private Tables() {}
}
