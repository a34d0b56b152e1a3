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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The documents of one file, checked one by one while they stream by: CSV where the file's name
/// ends in `.csv`, one JSON document a line otherwise.
///
/// An id that stood in the file before makes the later line invalid. Not thread-safe; to be closed.
public final class DocumentFile<T> implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int BATCH = 512;

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
    InputStream in = Files.newInputStream(path);
    try {
      return of(in, isCsv(path), form);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /// Reads documents from a stream, which closing this closes.
  ///
  /// @param csv whether they are rows of CSV; else one JSON document a line
  /// @throws UnreadableFileException if it is CSV with a wrong header
  /// @throws IOException if it cannot be read
  public static <T> DocumentFile<T> of(InputStream stream, boolean csv, DocumentForm<T> form)
      throws IOException {
    var counted = new CountingInputStream(stream);
    InputStream in = ByteOrderMark.skip(new BufferedInputStream(counted, BUFFER));
    RecordSource source = csv ? new CsvRecords(in, form.columns()) : new JsonLines(in);
    return new DocumentFile<>(counted, source, form);
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
    return nextRaw().map(read -> numbered(checked(read, content -> content)));
  }

  private Optional<RecordSource.RawLine> nextRaw() throws IOException {
    Optional<RecordSource.RawLine> read = source.next();
    if (read.isEmpty() && isEmpty) {
      throw UnreadableFileException.of(0, Kind.EMPTY_FILE);
    }
    isEmpty = false;
    return read;
  }

  /// Reads all documents that are left, on all processors.
  ///
  /// @param work done with each valid document, by several threads
  /// @param taker given each line in order, with what the work gave
  /// @throws UnreadableFileException if the file cannot be read on or holds no document at all; the
  ///   lines before were given then
  /// @throws IOException if reading fails; likewise
  public <R> void forEach(Function<T, R> work, Consumer<Line<R>> taker) throws IOException {
    List<RecordSource.RawLine> batch = new ArrayList<>(BATCH);
    boolean isEnd = false;
    while (!isEnd) {
      try {
        while (batch.size() < BATCH && !isEnd) {
          Optional<RecordSource.RawLine> read = nextRaw();
          read.ifPresent(batch::add);
          isEnd = read.isEmpty();
        }
      } finally {
        batch.parallelStream()
            .map(read -> checked(read, work))
            .toList()
            .forEach(line -> taker.accept(numbered(line)));
        batch.clear();
      }
    }
  }

  /// A line that was checked for itself.
  ///
  /// @param id of its document, if it has the form of one
  private record CheckedLine<R>(long number, Optional<String> id, Checked<R> document) {}

  private <R> CheckedLine<R> checked(RecordSource.RawLine read, Function<T, R> work) {
    RawDocument raw = read.document().get();
    Checked<R> document =
        switch (form.check(raw)) {
          case Checked.Valid<T>(var content) -> new Checked.Valid<>(work.apply(content));
          case Checked.Invalid<T>(var problems) -> new Checked.Invalid<>(problems);
        };
    return new CheckedLine<>(read.number(), id(raw), document);
  }

  private static Optional<String> id(RawDocument raw) {
    return raw.json()
        .flatMap(document -> document.optional("id"))
        .filter(node -> node.isString() && Ids.FORM.matcher(node.stringValue()).matches())
        .map(JsonNode::stringValue);
  }

  /// The line as it is in its place: an id that stood before is wrong here.
  private <R> Line<R> numbered(CheckedLine<R> line) {
    Checked<R> document =
        duplicate(line)
            .<Checked<R>>map(problem -> new Checked.Invalid<>(with(line.document(), problem)))
            .orElse(line.document());
    return new Line<>(line.number(), document);
  }

  private Optional<Problem> duplicate(CheckedLine<?> line) {
    return line.id()
        .flatMap(
            id ->
                Optional.ofNullable(lineById.putIfAbsent(id, line.number()))
                    .map(before -> Problem.of("/id", Kind.DUPLICATE_DOCUMENT, id, before)));
  }

  private static List<Problem> with(Checked<?> checked, Problem another) {
    List<Problem> problems = new ArrayList<>();
    if (checked instanceof Checked.Invalid<?>(var found)) {
      problems.addAll(found);
    }
    problems.add(another);
    return problems;
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
