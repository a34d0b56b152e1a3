package dev.entente.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.entente.documents.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// CSV (RFC 4180, UTF-8) with field names in its first record. An empty cell is an absent field.
final class CsvRecords implements RecordSource {
  /* The parser is given bytes as characters of the same number (ISO 8859-1): all that CSV gives a
   * meaning to is ASCII, so cells come out as they are, and each is then decoded strictly. A broken
   * byte spoils its own record and no other. */
  private static final int LARGEST_BUFFER = 16 * JsonText.LARGEST;

  private final Map<String, CsvColumn> columns;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;

  /// @param columns the fields that a header may name
  /// @throws UnreadableFileException if the header is missing or names something else
  CsvRecords(InputStream in, Map<String, CsvColumn> columns) throws IOException {
    this.columns = columns;
    records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .maxBufferSize(LARGEST_BUFFER)
            .build(
                CsvRecordHandler.builder()
                    .maxFieldSize(LARGEST_BUFFER)
                    .maxRecordSize(LARGEST_BUFFER)
                    .build(),
                new InputStreamReader(in, ISO_8859_1))
            .iterator();
    header = header(nextRecord());
  }

  private List<String> header(Optional<CsvRecord> record) throws UnreadableFileException {
    if (record.isEmpty()) {
      return List.of();
    }
    var problems = new Problems();
    Set<String> seen = new HashSet<>();
    for (String name : record.get().getFields()) {
      if (!columns.containsKey(name)) {
        problems.add("", Kind.CSV_COLUMN, Quoted.of(name), String.join(",", columns.keySet()));
      } else if (!seen.add(name)) {
        problems.add("", Kind.CSV_COLUMN_TWICE, name);
      }
    }
    if (problems.count() > 0) {
      throw new UnreadableFileException(record.get().getStartingLineNumber(), problems.all());
    }
    return record.get().getFields();
  }

  @Override
  public Optional<Line<JsonNode>> next() throws IOException {
    return nextRecord().map(record -> new Line<>(record.getStartingLineNumber(), read(record)));
  }

  private Optional<CsvRecord> nextRecord() throws IOException {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (CsvParseException e) {
      throw UnreadableFileException.malformedCsv(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Checked<JsonNode> read(CsvRecord record) {
    if (record.getFieldCount() != header.size()) {
      return JsonText.invalid("", Kind.CSV_CELLS, header.size(), record.getFieldCount());
    }
    if (record.getFields().stream().mapToInt(String::length).sum() > JsonText.LARGEST) {
      return JsonText.invalid("", Kind.TOO_LARGE, JsonText.LARGEST);
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (!record.getField(i).isEmpty()) {
        switch (column(name).read(record.getField(i), Pointer.child("", name))) {
          case Checked.Valid<JsonNode>(var value) -> document.set(name, value);
          case Checked.Invalid<JsonNode>(var found) -> problems.addAll(found);
        }
      }
    }
    return problems.isEmpty() ? new Checked.Valid<>(document) : new Checked.Invalid<>(problems);
  }

  private CsvColumn column(String name) {
    return columns.getOrDefault(name, CsvColumn.TEXT);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
