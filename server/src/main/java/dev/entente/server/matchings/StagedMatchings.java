package dev.entente.server.matchings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows that lists should have, in a temporary table of the connection that is empty again when
/// the transaction ends.
final class StagedMatchings {
  // The temporary table is asked for: whenever one is made, the driver forgets what it prepared. A
  // plan that is made for each statement knows how much is staged; one that is kept does not.
  private static final String BEGIN =
      """
      SELECT to_regclass('pg_temp.staged_matching') IS NOT NULL,
          set_config('plan_cache_mode', 'force_custom_plan', true)
      """;
  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE staged_matching (
        id text COLLATE "C", posting text COLLATE "C", candidate text COLLATE "C", score float8,
        skills float8, domains float8, experience float8, total integer, confidence integer,
        scores integer[], run uuid, digest bigint, reason text,
        source text, language text, model text, version integer, written timestamptz,
        awaited boolean) ON COMMIT DELETE ROWS
      """;

  private final JdbcTemplate template;

  StagedMatchings(JdbcTemplate template) {
    this.template = template;
  }

  /// Stages lists in the caller's transaction.
  void stage(List<ReasonedList> lists) {
    var lines = new MatchingLines(lists, "");
    template.execute(
        (Connection connection) -> {
          begin(connection);
          lines.send(connection, "COPY staged_matching FROM STDIN");
          return true;
        });
  }

  private static void begin(Connection connection) throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(BEGIN);
        ResultSet answer = question.executeQuery()) {
      if (answer.next() && answer.getBoolean(1)) {
        return;
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }
}
