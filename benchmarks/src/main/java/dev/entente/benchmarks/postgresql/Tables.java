package dev.entente.benchmarks.postgresql;

/// The tables that the statement reads, and the formulas it calls.
final class Tables {
  /// `skill_list` holds the candidates of a domain, skill and evidence; `person` what is exact
  /// without a posting, and the most that each score can be.
  static final String CREATE =
      """
      CREATE EXTENSION intarray;
      CREATE UNLOGGED TABLE skill_list (
        domain int, skill int, evidence int, candidates int[] STORAGE EXTERNAL);
      CREATE UNLOGGED TABLE person (
        number int, domains bigint, shown_skills int, quality int,
        months int, feedback int, training int, progression int, badges int);
      CREATE UNLOGGED TABLE evidence (
        candidate int, domains bigint, months int, tests int, test_sum int,
        quizzes int, quiz_sum int, series int, series_sum int);
      CREATE UNLOGGED TABLE text (number int, tokens int[] STORAGE MAIN)
      """;

  /// Everything is clustered as it is read, since it is copied in that order.
  static final String INDEX =
      """
      ALTER TABLE skill_list ADD PRIMARY KEY (domain, skill, evidence);
      ALTER TABLE person ADD PRIMARY KEY (number);
      CREATE INDEX ON evidence (candidate);
      ALTER TABLE text ADD PRIMARY KEY (number)
      """;

  /// Formulas of one expression: the planner writes them into the statement.
  static final String FORMULAS =
      """
      CREATE FUNCTION half_up(dividend bigint, divisor bigint) RETURNS bigint
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN (2 * dividend + divisor) / (2 * divisor);
      CREATE FUNCTION experience_match(months bigint, asked bigint) RETURNS bigint
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE WHEN asked = 0 THEN 10000 ELSE half_up(10000 * least(months, asked), asked) END;
      CREATE FUNCTION relevance(shared bigint, asked bigint, told bigint) RETURNS bigint
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE WHEN shared = 0 THEN 0 ELSE least(10000,
          (floor(sqrt((1600000000 * shared * shared / (asked * told))::float8))::bigint + 1) / 2) END;
      CREATE FUNCTION scored(
          person int, asked_domains bigint, asked bigint, sure bigint, portfolio bigint)
        RETURNS SETOF bigint LANGUAGE sql STABLE PARALLEL SAFE
        BEGIN ATOMIC
          SELECT sure
            + w3 * half_up(experience_match(worked, asked) + portfolio, 2)
            + w4 * half_up(test_total + 3 * feedback_prior, test_count + 3)
            + w5 * half_up(8 * half_up(quiz_total + 3 * training_prior, quiz_count + 3)
                + 1000 * least(quiz_count, 20), 10)
            + w6 * CASE WHEN series_count = 0 THEN 5000
                ELSE half_up(series_total, series_count) END
          FROM (
            SELECT coalesce(sum(months), 0) AS worked,
              coalesce(sum(tests), 0) AS test_count, coalesce(sum(test_sum), 0) AS test_total,
              coalesce(sum(quizzes), 0) AS quiz_count, coalesce(sum(quiz_sum), 0) AS quiz_total,
              coalesce(sum(series), 0) AS series_count, coalesce(sum(series_sum), 0) AS series_total
            FROM evidence
            WHERE candidate = person AND domains & asked_domains <> 0) AS summed;
        END
      """;

  private Tables() {}
}
