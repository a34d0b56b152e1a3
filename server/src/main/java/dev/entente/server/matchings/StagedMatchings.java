package dev.entente.server.matchings;

import dev.entente.matching.ranking.Matching;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows that lists should have, in a temporary table of the connection that is empty again when
/// the transaction ends.
final class StagedMatchings {
  private static final int HUNDREDTHS = 2;

  // Without statistics the planner takes a large staging table for a small one.
  private static final int WORTH_ANALYZING = 500;
  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS staged_matching (
        id text COLLATE "C", posting text COLLATE "C", candidate text COLLATE "C", score float8,
        skills float8, domains float8, experience float8, total integer, confidence integer,
        scores integer[], run uuid) ON COMMIT DELETE ROWS
      """;

  private final JdbcTemplate template;

  StagedMatchings(JdbcTemplate template) {
    this.template = template;
  }

  /// Stages lists in the caller's transaction.
  void stage(List<ListedPosting> lists) {
    var text = new StringBuilder();
    int rows = 0;
    for (ListedPosting list : lists) {
      for (Matching matching : list.matchings()) {
        append(text, list, matching);
        rows++;
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    boolean isLarge = rows >= WORTH_ANALYZING;
    template.execute(
        (Connection connection) -> {
          copy(connection, new ByteArrayInputStream(bytes), isLarge);
          return isLarge;
        });
  }

  // Ids hold neither blanks nor backslashes, and all else is numbers.
  private static void append(StringBuilder text, ListedPosting list, Matching matching) {
    String candidate = matching.candidate().value();
    text.append(MatchingId.of(list.postingId(), candidate)).append('\t');
    text.append(list.postingId()).append('\t').append(candidate).append('\t');
    text.append(points(matching.matchScore())).append('\t');
    text.append(points(matching.coverage(CoverageColumns.SKILLS))).append('\t');
    text.append(points(matching.coverage(CoverageColumns.DOMAINS))).append('\t');
    text.append(points(matching.coverage(CoverageColumns.EXPERIENCE))).append('\t');
    text.append(matching.total()).append('\t').append(matching.confidence()).append("\t{");
    for (int i = 0; i < matching.scores().size(); i++) {
      text.append(i == 0 ? "" : ",").append(matching.scores().get(i));
    }
    text.append("}\t");
    text.append(list.ranked().run().map(Object::toString).orElse("\\N")).append('\n');
  }

  private static BigDecimal points(int hundredths) {
    return BigDecimal.valueOf(hundredths, HUNDREDTHS);
  }

  private static void copy(Connection connection, InputStream rows, boolean isLarge)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY staged_matching FROM STDIN", rows);
      if (isLarge) {
        statement.execute("ANALYZE staged_matching");
      }
    } catch (IOException e) {
      throw new DataAccessResourceFailureException("lists cannot be staged", e);
    }
  }
}
