package dev.entente.server.pages.matchings;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes matchings as CSV (RFC 4180) the way a spreadsheet in the reader's language reads it:
/// numbers with the reader's decimal sign, parted by semicolons where that is a comma, behind a
/// byte order mark. No cell is a formula.
final class ListFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  // What a spreadsheet would compute: https://owasp.org/www-community/attacks/CSV_Injection
  private static final Pattern FORMULA =
      Pattern.compile("(?s)(?:[\t\r\n]|\\p{Z}*[=+\\-@\uff1d\uff0b\uff0d\uff20]).*");
  private static final List<String> BEFORE =
      List.of("rank", "candidate", "name", "headline", "place", "score");
  private static final List<String> AFTER =
      List.of(
          "confidence", "shared", "missing", "experience", "status", "by", "at", "why", "reason");

  private final PostingFacts posting;
  private final Wording wording;

  ListFile(PostingFacts posting, Wording wording) {
    this.posting = posting;
    this.wording = wording;
  }

  String write(List<ExplainedMatching> matchings) {
    var text = new StringWriter();
    text.append(BYTE_ORDER_MARK);
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(wording.points(0).contains(",") ? ';' : ',')
            .lineDelimiter(LineDelimiter.CRLF)
            .build(text)) {
      csv.writeRecord(header());
      matchings.forEach(matching -> csv.writeRecord(cells(matching)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private List<String> header() {
    return Stream.of(
            columns(BEFORE),
            Criteria.ids().stream()
                .map(CriterionId::value)
                .map(id -> wording.text("list.csv.of100", wording.text("criterion." + id))),
            columns(AFTER))
        .flatMap(names -> names)
        .toList();
  }

  private Stream<String> columns(List<String> columns) {
    return columns.stream().map(column -> wording.text("list.csv." + column));
  }

  private List<String> cells(ExplainedMatching matching) {
    var line = CandidateLine.of(matching, posting, wording);
    Decision decision = line.decision();
    ReasonView reason = line.reason();
    return Stream.of(
            Stream.of(
                Objects.toString(line.rank(), ""),
                safe(line.candidateId()),
                safe(line.name()),
                safe(line.headline()),
                safe(line.location()),
                line.score()),
            matching.answer().scores().values().stream().map(wording::points),
            Stream.of(
                wording.points(matching.confidence()),
                safe(String.join(", ", line.skills().shared())),
                safe(String.join(", ", line.missing())),
                line.experience(),
                line.statusWord(),
                decision == null ? "" : safe(decision.by()),
                decision == null ? "" : decision.at().shown(),
                decision == null ? "" : safe(decision.reason()),
                reason == null ? "" : safe(reason.text() + " (" + reason.label() + ")")))
        .flatMap(cells -> cells)
        .toList();
  }

  private static String safe(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
