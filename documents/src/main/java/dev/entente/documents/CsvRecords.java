package dev.entente.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.entente.documents.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// CSV (RFC 4180, UTF-8) with field names in its first record. An empty cell is an absent field, or
/// an empty list.
final class CsvRecords implements RecordSource {
  /* The parser is given bytes as characters of the same number (ISO 8859-1): all that CSV gives a
   * meaning to is ASCII, so cells come out as they are, and each is then decoded strictly. A broken
   * byte spoils its own record and no other. */
  private static final int LARGEST_CELL = 16 * JsonText.LARGEST;

  private final Map<String, CsvColumn> columns;
  private final CloseableIterator<CsvRow> rows;
  private final List<String> header;
  private final CsvRow.Handler handler = new CsvRow.Handler();

  /// @param columns the fields that a header may name
  /// @throws UnreadableFileException if the header names something else
  CsvRecords(InputStream in, Map<String, CsvColumn> columns) throws IOException {
    this.columns = columns;
    rows =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .maxBufferSize(LARGEST_CELL)
            .build(handler, new InputStreamReader(in, ISO_8859_1))
            .iterator();
    header = header(nextRow());
  }

  private List<String> header(Optional<CsvRow> row) throws UnreadableFileException {
    if (row.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String cell : row.get().cells()) {
      switch (JsonText.decode(ByteBuffer.wrap(cell.getBytes(ISO_8859_1)), "")) {
        case Checked.Valid<String>(var name) -> {
          problem(name, names).ifPresent(problems::add);
          names.add(name);
        }
        case Checked.Invalid<String>(var found) -> problems.addAll(found);
      }
    }
    if (!problems.isEmpty()) {
      throw new UnreadableFileException(row.get().number(), problems);
    }
    return names;
  }

  private Optional<Problem> problem(String name, List<String> before) {
    if (!columns.containsKey(name)) {
      String known = String.join(",", columns.keySet());
      return Optional.of(Problem.of("", Kind.CSV_COLUMN, Quoted.of(name), known));
    }
    return before.contains(name)
        ? Optional.of(Problem.of("", Kind.CSV_COLUMN_TWICE, name))
        : Optional.empty();
  }

  @Override
  public Optional<RawLine> next() throws IOException {
    return nextRow().map(row -> new RawLine(row.number(), () -> read(row)));
  }

  private Optional<CsvRow> nextRow() throws IOException {
    try {
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    } catch (CsvParseException e) {
      throw UnreadableFileException.of(handler.lastLine(), Kind.CSV_BROKEN, LARGEST_CELL);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private RawDocument read(CsvRow row) {
    if (row.isTooLarge()) {
      return RawDocument.unreadable(Kind.TOO_LARGE, JsonText.LARGEST);
    }
    if (row.cells().size() != header.size()) {
      return RawDocument.unreadable(Kind.CSV_CELLS, header.size(), row.cells().size());
    }
    if (!row.isWellFormed()) {
      return RawDocument.unreadable(Kind.CSV_QUOTE);
    }
    return document(row.cells());
  }

  private RawDocument document(List<String> cells) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      CsvColumn column = columns.getOrDefault(name, CsvColumn.TEXT);
      if (!cells.get(i).isEmpty() || column == CsvColumn.LIST) {
        switch (column.read(cells.get(i), Pointer.ROOT.child(name).toString())) {
          case Checked.Valid<JsonNode>(var value) -> document.set(name, value);
          case Checked.Invalid<JsonNode>(var found) -> problems.addAll(found);
        }
      }
    }
    return new RawDocument(Optional.of(document), problems);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
