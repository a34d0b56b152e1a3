package dev.entente.server.matchings;

import dev.entente.matching.ranking.Matching;
import dev.entente.server.reasons.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;

/// The rows of lists as the lines of a COPY. The columns are those of a row that has never been
/// anything else: id, posting, candidate, the score and the three coverages in points, total,
/// confidence, scores, run, digest of the facts; then the reason's text, source, language, model,
/// version and instant, and whether a model is to write another one.
final class MatchingLines {
  private static final int HUNDREDTHS = 2;
  private static final String NULL = "\\N";
  private static final String NO_REASON = String.join("\t", Collections.nCopies(6, NULL));

  private final StringBuilder text = new StringBuilder();
  private final String more;

  /// @param more what all lines have after these columns, each with a tab before it
  MatchingLines(List<ReasonedList> lists, String more) {
    this.more = more;
    lists.forEach(this::append);
  }

  private void append(ReasonedList reasoned) {
    ListedPosting list = reasoned.list();
    var ids = MatchingIds.of(list.postingId());
    for (int i = 0; i < list.matchings().size(); i++) {
      Matching matching = list.matchings().get(i);
      text.append(ids.with(matching.candidate().value())).append('\t');
      append(list, matching);
      append(reasoned.reasons().get(i));
    }
  }

  // Ids hold neither blanks nor backslashes, and all else is numbers.
  private void append(ListedPosting list, Matching matching) {
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

  private void append(ListReasons.Staged staged) {
    text.append(staged.digest()).append('\t');
    text.append(staged.reason().map(MatchingLines::columns).orElse(NO_REASON)).append('\t');
    text.append(staged.isAwaited()).append(more).append('\n');
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

  /// Sends them.
  ///
  /// @param copy `COPY … FROM STDIN`
  void send(Connection connection, String copy) throws SQLException {
    var bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    try {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, bytes);
    } catch (IOException e) {
      throw new DataAccessResourceFailureException("lists cannot be sent", e);
    }
  }
}
