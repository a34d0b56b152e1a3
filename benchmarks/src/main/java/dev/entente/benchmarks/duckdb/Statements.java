package dev.entente.benchmarks.duckdb;

import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.peers.Place;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The two statements that rank a posting.
final class Statements {
  /* $1 numbers of the domains, $2 their bits, $3 required skills, $4 wished ones, $5 asked months;
   * w1 to w8 are the weights in their order.
   *
   * Lists of the posting's domains and skills are unnested and added up by candidate; counts of one
   * kind take ten bits of the sum each. A candidate stands in the lists of each domain it shares, so
   * counts are divided by how many these are. `hopeful` has the exact scores of skills and domains
   * and the most that the others can be. Those with the highest hopes are scored first, and the 50th
   * of them excludes nearly all others before their evidence is added up. */
  private static final String CHOOSE =
      """
      WITH matched AS (
        SELECT candidate, sum(counts)::BIGINT AS counts
        FROM (
          SELECT unnest(candidates) AS candidate,
            CASE WHEN list_contains($3, skill)
              THEN 1 + (evidence::BIGINT << 10) + (least(evidence, 1)::BIGINT << 20)
              ELSE (1::BIGINT << 30) + (least(evidence, 1)::BIGINT << 40) END AS counts
          FROM skill_list
          WHERE list_contains($1, domain) AND (list_contains($3, skill) OR list_contains($4, skill))
        ) AS entry
        GROUP BY candidate
      ), joined AS (
        SELECT *, bit_count(domains & $2)::BIGINT AS shared
        FROM matched JOIN person ON number = candidate
        WHERE counts & 1023 > 0
      ), counted AS (
        SELECT candidate, shared,
          (counts & 1023) // shared AS required,
          ((counts >> 10) & 1023) // shared AS proof,
          ((counts >> 20) & 1023) // shared AS shown,
          ((counts >> 30) & 1023) // shared AS wished,
          shown_skills - (((counts >> 20) & 1023) + (counts >> 40)) // shared AS others,
          quality, months, feedback, training, progression, badges
        FROM joined
      ), sure AS (
        SELECT candidate, months, feedback, training, progression,
          w1 * half_up(850 * (8 * required + proof) + 150 * required
              * CASE WHEN len($4) = 0 THEN least(10, 2 * others)
                  ELSE half_up(6 * wished, len($4)) + least(4, others) END,
              len($3))
            + w2 * (half_up(8000 * shared, len($1)) + CASE WHEN shared = len($1) THEN 2000 ELSE 0 END)
            + w7 * badges AS sure,
          half_up(6 * half_up(10000 * shown, len($3)) + 4 * quality, 10) AS portfolio
        FROM counted
      ), hopeful AS MATERIALIZED (
        SELECT candidate, sure, portfolio,
          sure + w3 * half_up(experience_match(months, $5) + portfolio, 2)
            + w4 * feedback + w5 * training + w6 * progression + w8 * 10000 AS hope
        FROM sure
      ), first AS (
        SELECT candidate, sure, portfolio FROM hopeful ORDER BY hope DESC LIMIT 100
      ), least_hope AS (
        SELECT coalesce((SELECT known FROM (scored:first) ORDER BY known DESC OFFSET 49 LIMIT 1), 0) AS bar
      ), scored AS MATERIALIZED (
        scored:hopeful
      )
      SELECT candidate, known
      FROM scored
      WHERE known >= coalesce((SELECT known FROM scored ORDER BY known DESC OFFSET 49 LIMIT 1), 0) - w8 * 10000
      """;

  /// What each of some candidates has, exact but for relevance.
  private static final String SCORED =
      """
      SELECT candidate,
        sure + w3 * half_up(experience_match(worked, $5) + portfolio, 2)
          + w4 * half_up(test_total + 3 * feedback_prior, test_count + 3)
          + w5 * half_up(8 * half_up(quiz_total + 3 * training_prior, quiz_count + 3)
              + 1000 * least(quiz_count, 20), 10)
          + w6 * CASE WHEN series_count = 0 THEN 5000 ELSE half_up(series_total, series_count) END
          AS known
      FROM (
        SELECT chosen.candidate, sure, portfolio,
          coalesce(sum(months), 0)::BIGINT AS worked,
          coalesce(sum(tests), 0)::BIGINT AS test_count,
          coalesce(sum(test_sum), 0)::BIGINT AS test_total,
          coalesce(sum(quizzes), 0)::BIGINT AS quiz_count,
          coalesce(sum(quiz_sum), 0)::BIGINT AS quiz_total,
          coalesce(sum(series), 0)::BIGINT AS series_count,
          coalesce(sum(series_sum), 0)::BIGINT AS series_total
        FROM :chosen AS chosen LEFT JOIN (
          SELECT * FROM evidence
          WHERE list_contains($1, domain) AND domains & $2 & ((1::BIGINT << domain) - 1) = 0
        ) AS shown ON shown.candidate = chosen.candidate
        GROUP BY chosen.candidate, sure, portfolio)
      """;

  /* Relevance, which decides least, comes last, for those only whom it can still lift onto the list: few enough to be looked up by the index on `text`. */
  private static final String LIFT =
      """
      SELECT number AS candidate,
        list_extract(:known, list_position(:candidates, number))
          + w8 * relevance(len(list_intersect(tokens, :tokens)), len(:tokens), len(tokens)) AS total
      FROM text
      WHERE number IN (:numbers)
      ORDER BY total DESC, candidate
      LIMIT 50
      """;

  private Statements() {}

  static String choose() {
    return Run.DEFAULT
        .inSql(CHOOSE)
        .replace("scored:first", scored("first"))
        .replace(
            "scored:hopeful",
            scored(
                "(SELECT candidate, sure, portfolio FROM hopeful, least_hope WHERE hope >= bar)"));
  }

  private static String scored(String chosen) {
    return Run.DEFAULT.inSql(SCORED).replace(":chosen", chosen);
  }

  static String lift(int[] tokens, List<Place> scored) {
    String numbers = joined(scored, Place::candidate);
    return Run.DEFAULT
        .inSql(LIFT)
        .replace(":tokens", Arrays.toString(tokens))
        .replace(":known", "[" + joined(scored, Place::total) + "]")
        .replace(":candidates", "[" + numbers + "]")
        .replace(":numbers", numbers);
  }

  private static String joined(List<Place> scored, Function<Place, Number> number) {
    return scored.stream()
        .map(place -> number.apply(place).toString())
        .collect(Collectors.joining(","));
  }
}
