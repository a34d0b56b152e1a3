package dev.entente.benchmarks.duckdb;

/// The tables that the statements read, and the formulas they call.
final class Tables {
  /// `skill_list` holds the candidates of a domain, skill and evidence; `person` what is exact
  /// without a posting, and the most that each score can be.
  static final String CREATE =
      """
      CREATE TABLE skill_list (
        domain INTEGER, skill INTEGER, evidence INTEGER, candidates INTEGER[]);
      CREATE TABLE person (
        number INTEGER, domains BIGINT, shown_skills INTEGER, quality INTEGER,
        months INTEGER, feedback INTEGER, training INTEGER, progression INTEGER, badges INTEGER);
      CREATE TABLE loaded_evidence (
        candidate INTEGER, domain INTEGER, domains BIGINT, months INTEGER, tests INTEGER,
        test_sum INTEGER, quizzes INTEGER, quiz_sum INTEGER, series INTEGER, series_sum INTEGER);
      CREATE TABLE text (number INTEGER, tokens INTEGER[]);
      """;

  /// Evidence lies by domain, so that a posting reads a few stretches of it; an entry of several
  /// domains lies at each.
  static final String SORT =
      """
      CREATE TABLE evidence AS SELECT * FROM loaded_evidence ORDER BY domain, candidate;
      DROP TABLE loaded_evidence;
      ALTER TABLE text ADD PRIMARY KEY (number);
      CHECKPOINT;
      """;

  /// Formulas that the planner writes into the statements.
  static final String FORMULAS =
      """
      CREATE MACRO half_up(dividend, divisor) AS (2 * dividend + divisor) // (2 * divisor);
      CREATE MACRO experience_match(months, asked) AS
        CASE WHEN asked = 0 THEN 10000 ELSE half_up(10000 * least(months, asked), asked) END;
      CREATE MACRO relevance(shared, asked, told) AS
        CASE WHEN shared = 0 THEN 0 ELSE least(10000,
          (floor(sqrt((1600000000 * shared * shared // (asked * told))::DOUBLE))::BIGINT + 1) // 2) END;
      """;

  private Tables() {}
}
