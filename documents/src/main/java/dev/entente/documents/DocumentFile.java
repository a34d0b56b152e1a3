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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The documents of one file, checked one by one while they stream by: CSV where the file's name
/// ends in `.csv`, one JSON document a line otherwise.
///
/// An id that stood in the file before makes the later line invalid. Not thread-safe; to be closed.
public final class DocumentFile<T> implements Closeable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int BUFFER = 1 << 16;

  private final CountingInputStream counted;
  private final RecordSource source;
  private final DocumentForm<T> form;
  private final Map<String, Long> lineById = new HashMap<>();
  private boolean isEmpty = true;

  private DocumentFile(Path path, DocumentForm<T> form) throws IOException {
    this.form = form;
    counted = new CountingInputStream(Files.newInputStream(path));
    InputStream in = withoutByteOrderMark(new BufferedInputStream(counted, BUFFER));
    String name = path.toString().toLowerCase(Locale.ROOT);
    source = name.endsWith(".csv") ? new CsvRecords(in, form.columns()) : new JsonLines(in);
  }

  /// Opens a file of candidates.
  ///
  /// @param now the clock: a result may not be more than a day ahead of it
  /// @throws UnreadableFileException if it is a CSV file with a wrong header
  /// @throws IOException if it cannot be opened or read
  public static DocumentFile<Candidate> candidates(Path path, Instant now) throws IOException {
    return new DocumentFile<>(path, DocumentForm.candidate(now));
  }

  /// Opens a file of job postings; errors as for [#candidates].
  public static DocumentFile<PostingDocument> postings(Path path) throws IOException {
    return new DocumentFile<>(path, DocumentForm.posting());
  }

  private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
    in.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      in.reset();
    }
    return in;
  }

  /// Reads the next document; empty at the end of the file.
  ///
  /// @throws UnreadableFileException if the file cannot be read on or holds no document at all
  /// @throws IOException if reading fails
  public Optional<Line<T>> next() throws IOException {
    Optional<Line<JsonNode>> line = source.next();
    if (line.isEmpty() && isEmpty) {
      throw UnreadableFileException.empty();
    }
    isEmpty = false;
    return line.map(this::checked);
  }

  private Line<T> checked(Line<JsonNode> line) {
    return new Line<>(
        line.number(),
        switch (line.document()) {
          case Checked.Valid<JsonNode>(var document) -> checked(document, line.number());
          case Checked.Invalid<JsonNode>(var problems) -> new Checked.Invalid<>(problems);
        });
  }

  private Checked<T> checked(JsonNode document, long number) {
    var problems = new Problems();
    Optional<T> read = form.read(document, problems);
    JsonNode id = document.get("id");
    if (id != null && id.isString() && Ids.FORM.matcher(id.stringValue()).matches()) {
      Long earlier = lineById.putIfAbsent(id.stringValue(), number);
      if (earlier != null) {
        problems.add("/id", Kind.DUPLICATE_DOCUMENT, id.stringValue(), earlier);
      }
    }
    List<Problem> found = problems.all();
    return read.isPresent() && found.isEmpty()
        ? new Checked.Valid<>(read.get())
        : new Checked.Invalid<>(found);
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
