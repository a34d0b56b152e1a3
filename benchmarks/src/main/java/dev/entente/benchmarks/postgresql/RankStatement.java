package dev.entente.benchmarks.postgresql;

import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.peers.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The one statement that ranks a posting, prepared on one connection. Not thread-safe.
final class RankStatement implements AutoCloseable {
  /* $1 numbers of the domains, $2 their bits, $3 required skills, $4 wished ones, $5 asked months,
   * $6 tokens; w1 to w8 are the weights in their order.
   *
   * Lists of the posting's domains and skills are unnested and added up by candidate; counts of one
   * kind take ten bits of the sum each. A candidate stands in the lists of each domain it shares, so
   * counts are divided by how many these are. `hopeful` has the exact scores of skills and domains
   * and the most that the others can be. Those with the highest hopes are scored first, and the 50th
   * of them excludes nearly all others before any evidence is looked up. Relevance, which decides
   * least, comes last, for those only whom it can still lift onto the list. */
  private static final String PREPARE =
      """
      PREPARE rank (int[], bigint, int[], int[], bigint, int[]) AS
      WITH matched AS MATERIALIZED (
        SELECT candidate, sum(counts)::bigint AS counts
        FROM (
          SELECT unnest(candidates) AS candidate,
            CASE WHEN skill = ANY ($3)
              THEN 1 + (evidence::bigint << 10) + (least(evidence, 1)::bigint << 20)
              ELSE (1::bigint << 30) + (least(evidence, 1)::bigint << 40) END AS counts
          FROM skill_list
          WHERE domain = ANY ($1) AND skill = ANY ($3 || $4)
        ) AS entry
        GROUP BY candidate
      ), counted AS (
        SELECT candidate, shared,
          (counts & 1023) / shared AS required,
          ((counts >> 10) & 1023) / shared AS proof,
          ((counts >> 20) & 1023) / shared AS shown,
          ((counts >> 30) & 1023) / shared AS wished,
          shown_skills - (((counts >> 20) & 1023) + (counts >> 40)) / shared AS others,
          quality, months, feedback, training, progression, badges
        FROM (
          SELECT candidate, counts, shown_skills, quality,
            months, feedback, training, progression, badges,
            bit_count((domains & $2)::bit(64)) AS shared
          FROM matched JOIN person ON number = candidate
          WHERE counts & 1023 > 0
        ) AS joined
      ), sure AS (
        SELECT candidate, months, feedback, training, progression,
          w1 * half_up(850 * (8 * required + proof) + 150 * required
              * CASE WHEN cardinality($4) = 0 THEN least(10, 2 * others)
                  ELSE half_up(6 * wished, cardinality($4)) + least(4, others) END,
              cardinality($3))
            + w2 * (half_up(8000 * shared, cardinality($1))
              + CASE WHEN shared = cardinality($1) THEN 2000 ELSE 0 END)
            + w7 * badges AS sure,
          half_up(6 * half_up(10000 * shown, cardinality($3)) + 4 * quality, 10) AS portfolio
        FROM counted
      ), hopeful AS MATERIALIZED (
        SELECT candidate, sure, portfolio,
          sure + w3 * half_up(experience_match(months, $5) + portfolio, 2)
            + w4 * feedback + w5 * training + w6 * progression + w8 * 10000 AS hope
        FROM sure
      ), first AS (
        SELECT candidate, sure, portfolio FROM hopeful ORDER BY hope DESC LIMIT 100
      ), least_hope AS MATERIALIZED (
        SELECT coalesce((
          SELECT known FROM first, LATERAL scored(candidate, $2, $5, sure, portfolio) AS known
          ORDER BY known DESC OFFSET 49 LIMIT 1), 0) AS bar
      ), scored AS MATERIALIZED (
        SELECT candidate, known
        FROM least_hope, hopeful, LATERAL scored(candidate, $2, $5, sure, portfolio) AS known
        WHERE hope >= bar
      ), least_known AS MATERIALIZED (
        SELECT coalesce((SELECT known FROM scored ORDER BY known DESC OFFSET 49 LIMIT 1), 0)
          - w8 * 10000 AS bar
      )
      SELECT candidate,
        known + w8 * relevance(icount(tokens & $6), icount($6), icount(tokens)) AS total
      FROM least_known, scored JOIN text ON number = candidate
      WHERE known >= bar
      ORDER BY total DESC, candidate
      LIMIT 50
      """;

  private final Connection connection;
  private final Statement statement;

  /// @param connection closed with this
  RankStatement(Connection connection) throws SQLException {
    this.connection = connection;
    statement = connection.createStatement();
    statement.execute("SET plan_cache_mode = force_generic_plan");
    statement.execute(Run.DEFAULT.inSql(PREPARE));
  }

  List<Place> rank(PostingColumns posting) throws SQLException {
    List<Place> places = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(execute(posting))) {
      while (rows.next()) {
        places.add(new Place(rows.getInt(1), rows.getLong(2)));
      }
    }
    return places;
  }

  private static String execute(PostingColumns posting) {
    return "EXECUTE rank ('%s', %d, '%s', '%s', %d, '%s')"
        .formatted(
            array(posting.domainNumbers()),
            posting.domains(),
            array(posting.required()),
            array(posting.wished()),
            posting.askedMonths(),
            array(posting.tokens()));
  }

  private static String array(int[] numbers) {
    return Arrays.toString(numbers).replace('[', '{').replace(']', '}');
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      statement.close();
    }
  }
}
