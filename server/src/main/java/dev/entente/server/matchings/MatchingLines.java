package dev.entente.server.matchings;

import dev.entente.matching.ranking.Matching;
import dev.entente.server.reasons.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The rows of lists as the lines of a COPY. The columns are those of a row that has never been
/// anything else: id, posting, candidate, the score and the three coverages in points, total,
/// confidence, scores, run, digest of the facts; then the reason's text, source, language, model,
/// version and instant, and whether a model is to write another one.
final class MatchingLines {
  private static final int HUNDREDTHS = 2;
  private static final String NULL = "\\N";
  private static final String NO_REASON = String.join("\t", Collections.nCopies(6, NULL));

  private final List<ReasonedList> lists;
  private final String more;
  private final StringBuilder text = new StringBuilder();

  /// @param more what all lines have after these columns, each with a tab before it
  MatchingLines(List<ReasonedList> lists, String more) {
    this.lists = lists;
    this.more = more;
  }

  /// Sends them list by list: the database stores one while the next is told.
  ///
  /// @param sql `COPY … FROM STDIN`
  void send(Connection connection, String sql) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      for (ReasonedList list : lists) {
        byte[] lines = lines(list);
        copy.writeToCopy(lines, 0, lines.length);
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private byte[] lines(ReasonedList reasoned) {
    text.setLength(0);
    ListedPosting list = reasoned.list();
    var ids = MatchingIds.of(list.postingId());
    for (int i = 0; i < list.matchings().size(); i++) {
      Matching matching = list.matchings().get(i);
      text.append(ids.with(matching.candidate().value())).append('\t');
      append(list, matching);
      append(reasoned.reasons().get(i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  // Ids hold neither blanks nor backslashes, and all else is numbers; a reason is written by us or
  // checked, so it holds no sign that would have to be masked but one.
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
    staged.reason().ifPresentOrElse(this::append, () -> text.append(NO_REASON));
    text.append('\t').append(staged.isAwaited()).append(more).append('\n');
  }

  private void append(Reason reason) {
    text.append(masked(reason.text())).append('\t');
    text.append(reason.source().name()).append('\t');
    text.append(reason.language().tag()).append('\t');
    text.append(reason.model().map(MatchingLines::masked).orElse(NULL)).append('\t');
    text.append(reason.version()).append('\t').append(reason.at());
  }

  private static String masked(String value) {
    return value.replace("\\", "\\\\");
  }

  private static BigDecimal points(int hundredths) {
    return BigDecimal.valueOf(hundredths, HUNDREDTHS);
  }
}
