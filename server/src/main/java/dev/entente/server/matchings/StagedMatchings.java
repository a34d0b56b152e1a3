package dev.entente.server.matchings;

import dev.entente.matching.ranking.Matching;
import dev.entente.server.reasons.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows that lists should have, in a temporary table of the connection that is empty again when
/// the transaction ends.
final class StagedMatchings {
  private static final int HUNDREDTHS = 2;
  private static final String NULL = "\\N";
  private static final String NO_REASON = String.join("\t", Collections.nCopies(6, NULL));

  // The temporary table is asked for: whenever one is made, the driver forgets what it prepared.
  // The rest holds until the transaction ends. A plan that is made for each statement knows how
  // much is staged; one that is kept does not. The planner takes the few postings of a statement
  // for most of a table that nobody has analysed yet, and would read it whole; kept from that,
  // PostgreSQL before 18 takes what is left for so dear that it would compile it. Whoever writes
  // lists takes no mark away: they get new ones.
  private static final String BEGIN =
      """
      SELECT to_regclass('pg_temp.staged_matching') IS NOT NULL,
          set_config('plan_cache_mode', 'force_custom_plan', true),
          set_config('enable_seqscan', 'off', true),
          set_config('jit', 'off', true),
          set_config('entente.replaces_lists', 'on', true)
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
    var text = new StringBuilder();
    for (ReasonedList reasoned : lists) {
      ListedPosting list = reasoned.list();
      var ids = MatchingIds.of(list.postingId());
      for (int i = 0; i < list.matchings().size(); i++) {
        Matching matching = list.matchings().get(i);
        text.append(ids.with(matching.candidate().value())).append('\t');
        append(text, list, matching);
        append(text, reasoned.reasons().get(i));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    template.execute(
        (Connection connection) -> {
          copy(connection, new ByteArrayInputStream(bytes));
          return true;
        });
  }

  // Ids hold neither blanks nor backslashes, and all else is numbers.
  private static void append(StringBuilder text, ListedPosting list, Matching matching) {
    text.append(list.postingId()).append('\t');
    text.append(matching.candidate().value()).append('\t');
    text.append(points(matching.matchScore())).append('\t');
    text.append(points(matching.coverage(CoverageColumns.SKILLS))).append('\t');
    text.append(points(matching.coverage(CoverageColumns.DOMAINS))).append('\t');
    text.append(points(matching.coverage(CoverageColumns.EXPERIENCE))).append('\t');
    text.append(matching.total()).append('\t').append(matching.confidence()).append("\t{");
    for (int i = 0; i < matching.scores().size(); i++) {
      text.append(i == 0 ? "" : ",").append(matching.scores().get(i));
    }
    text.append("}\t");
    text.append(list.ranked().run().map(Object::toString).orElse(NULL)).append('\t');
  }

  private static void append(StringBuilder text, ListReasons.Staged staged) {
    text.append(staged.digest()).append('\t');
    text.append(staged.reason().map(StagedMatchings::columns).orElse(NO_REASON)).append('\t');
    text.append(staged.isAwaited()).append('\n');
  }

  // A reason is written by us or checked, so it holds no sign that would have to be masked but one.
  private static String columns(Reason reason) {
    return String.join(
        "\t",
        reason.text().replace("\\", "\\\\"),
        reason.source().name(),
        reason.language().tag(),
        reason.model().orElse(NULL),
        Integer.toString(reason.version()),
        reason.at().toString());
  }

  private static BigDecimal points(int hundredths) {
    return BigDecimal.valueOf(hundredths, HUNDREDTHS);
  }

  private static void copy(Connection connection, InputStream rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!isReady(connection)) {
        statement.execute(CREATE);
      }
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY staged_matching FROM STDIN", rows);
    } catch (IOException e) {
      throw new DataAccessResourceFailureException("lists cannot be staged", e);
    }
  }

  private static boolean isReady(Connection connection) throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(BEGIN);
        ResultSet answer = question.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
