package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.Ids;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The documents of one file, checked one by one while they stream by: CSV where the file's name
/// ends in `.csv`, one JSON document a line otherwise.
///
/// An id that stood in the file before makes the later line invalid. Not thread-safe; to be closed.
public final class DocumentFile<T> implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final CountingInputStream counted;
  private final RecordSource source;
  private final DocumentForm<T> form;
  private final Map<String, Long> lineById = new HashMap<>();
  private boolean isEmpty = true;

  private DocumentFile(CountingInputStream counted, RecordSource source, DocumentForm<T> form) {
    this.counted = counted;
    this.source = source;
    this.form = form;
  }

  private static <T> DocumentFile<T> open(Path path, DocumentForm<T> form) throws IOException {
    var counted = new CountingInputStream(Files.newInputStream(path));
    try {
      InputStream in = ByteOrderMark.skip(new BufferedInputStream(counted, BUFFER));
      RecordSource source = isCsv(path) ? new CsvRecords(in, form.columns()) : new JsonLines(in);
      return new DocumentFile<>(counted, source, form);
    } catch (IOException | RuntimeException e) {
      counted.close();
      throw e;
    }
  }

  /// Tells whether a file is read as CSV: its name ends in `.csv`, in any case.
  public static boolean isCsv(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /// Opens a file of candidates.
  ///
  /// @param now the clock: a result may not be more than a day ahead of it
  /// @throws UnreadableFileException if it is a CSV file with a wrong header
  /// @throws IOException if it cannot be opened or read
  public static DocumentFile<Candidate> candidates(Path path, Instant now) throws IOException {
    return open(path, DocumentForm.candidate(now));
  }

  /// Opens a file of job postings; errors as for [#candidates].
  public static DocumentFile<PostingDocument> postings(Path path) throws IOException {
    return open(path, DocumentForm.posting());
  }

  /// Reads the next document; empty at the end of the file.
  ///
  /// @throws UnreadableFileException if the file cannot be read on or holds no document at all
  /// @throws IOException if reading fails
  public Optional<Line<T>> next() throws IOException {
    Optional<RecordSource.RawLine> read = source.next();
    if (read.isEmpty() && isEmpty) {
      throw UnreadableFileException.of(0, Kind.EMPTY_FILE);
    }
    isEmpty = false;
    return read.map(this::checked);
  }

  private Line<T> checked(RecordSource.RawLine read) {
    RawDocument raw = read.document();
    var problems = new Problems();
    Optional<T> value = raw.json().flatMap(json -> check(json, read.number(), problems));
    List<Problem> found =
        Stream.concat(
                raw.problems().stream(),
                problems.all().stream().filter(problem -> !raw.explains(problem)))
            .distinct()
            .toList();
    return new Line<>(
        read.number(),
        value.isPresent() && found.isEmpty()
            ? new Checked.Valid<>(value.get())
            : new Checked.Invalid<>(found));
  }

  private Optional<T> check(JsonNode document, long number, Problems problems) {
    IllegalCharacters.check(new Value(document, "", problems));
    Optional<T> value = form.read(document, problems);
    JsonNode id = document.get("id");
    if (id != null && id.isString() && Ids.FORM.matcher(id.stringValue()).matches()) {
      Long earlier = lineById.putIfAbsent(id.stringValue(), number);
      if (earlier != null) {
        problems.add("/id", Kind.DUPLICATE_DOCUMENT, id.stringValue(), earlier);
      }
    }
    return value;
  }

  /// How many bytes of the file were read until here, to show progress.
  public long bytesRead() {
    return counted.count();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
