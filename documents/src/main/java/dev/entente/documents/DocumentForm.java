package dev.entente.documents;

import static dev.entente.documents.CsvColumn.JSON;
import static dev.entente.documents.CsvColumn.LIST;
import static dev.entente.documents.CsvColumn.TEXT;
import static dev.entente.documents.CsvColumn.TRUTH;

import dev.entente.documents.Problem.Kind;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.JobPostingId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One kind of document: how it is read and checked. Immutable, shared by threads.
public final class DocumentForm<T> {
  /// The largest document, in bytes.
  public static final int LARGEST = JsonText.LARGEST;

  private static final int MOST_POSTINGS = 10_000;

  // What is stored was checked against the clock of its day.
  private static final Instant NO_CLOCK = Instant.MAX.minus(CandidateReader.AHEAD);

  private final ValueReader<T> reader;
  private final Map<String, CsvColumn> columns;

  private DocumentForm(ValueReader<T> reader, Map<String, CsvColumn> columns) {
    this.reader = reader;
    this.columns = Collections.unmodifiableMap(columns);
  }

  /// The document of a candidate.
  ///
  /// @param now the clock: a result may not be more than a day ahead of it
  public static DocumentForm<Candidate> candidate(Instant now) {
    Map<String, CsvColumn> columns = new LinkedHashMap<>();
    put(columns, TEXT, "id", "firstName", "lastName", "email", "headline", "bio");
    put(columns, LIST, "domains", "skills");
    put(columns, JSON, "experiences", "projects", "technicalTests", "quizResults", "badges");
    put(columns, TRUTH, "optedOut");
    put(columns, TEXT, "location");
    put(columns, LIST, "workModes", "languages");
    put(columns, JSON, "attributes");
    return new DocumentForm<>(Fields.of(new CandidateReader(now)::read), columns);
  }

  /// The document of a candidate that was checked before, whatever the clock says today.
  public static DocumentForm<Candidate> storedCandidate() {
    return candidate(NO_CLOCK);
  }

  /// The document of a job posting.
  public static DocumentForm<PostingDocument> posting() {
    Map<String, CsvColumn> columns = new LinkedHashMap<>();
    put(columns, TEXT, "id", "companyId", "title", "description");
    put(columns, LIST, "domains", "skills", "niceToHaveSkills");
    put(columns, TEXT, "experienceLevel", "location", "workMode", "contractType");
    put(columns, TRUTH, "active");
    put(columns, JSON, "weights", "attributes");
    return new DocumentForm<>(Fields.of(PostingReader::read), columns);
  }

  /// The document that moves the status of a matching; it has no CSV.
  public static DocumentForm<StatusChange> statusChange() {
    return new DocumentForm<>(Fields.of(StatusChange::read), Map.of());
  }

  /// The document that names a job posting, `{"jobPostingId": …}`; it has no CSV.
  public static DocumentForm<JobPostingId> jobPostingReference() {
    return new DocumentForm<>(
        Fields.of(
            fields -> {
              Optional<String> id = fields.required("jobPostingId", Values::id);
              return fields.finish(() -> new JobPostingId(id.orElseThrow()));
            }),
        Map.of());
  }

  /// The document that names the job postings of a run, `{"jobPostingIds": […]}`, at least one and
  /// at most 10,000; it has no CSV.
  public static DocumentForm<List<String>> generationRequest() {
    String name = "jobPostingIds";
    return new DocumentForm<>(
        Fields.of(
            fields -> {
              List<String> ids = fields.requiredList(name, MOST_POSTINGS, Values::id);
              if (fields.isPresentAndEmpty(name)) {
                fields.wrong(name, Kind.EMPTY_LIST);
              }
              return fields.finish(() -> ids);
            }),
        Map.of());
  }

  /// The document that names the step of a run to go on from, `{"from": …}`; it has no CSV.
  public static DocumentForm<String> rerunRequest() {
    return new DocumentForm<>(
        Fields.of(
            fields -> {
              Optional<String> from = fields.required("from", Values::id);
              return fields.finish(from::orElseThrow);
            }),
        Map.of());
  }

  private static void put(Map<String, CsvColumn> columns, CsvColumn column, String... names) {
    for (String name : names) {
      columns.put(name, column);
    }
  }

  /// The same form, whose documents keep the JSON they were read from.
  public DocumentForm<Document<T>> keepingJson() {
    return new DocumentForm<>(
        value -> reader.read(value).map(content -> new Document<>(content, value.node())), columns);
  }

  /// Checks one document.
  ///
  /// @param json UTF-8
  public Checked<T> check(byte[] json) {
    return check(
        json.length > LARGEST
            ? RawDocument.unreadable(Kind.TOO_LARGE, LARGEST)
            : RawDocument.of(JsonText.read(ByteBuffer.wrap(json), "")));
  }

  /// Reads a document that was checked before.
  ///
  /// @param json as [Document#text] gives it
  /// @return invalid if it was changed since, or the rules were
  public Checked<T> reread(String json) {
    return switch (JsonText.read(json, "")) {
      case Checked.Valid<JsonNode>(var document) -> {
        var problems = new Problems();
        Optional<T> value = read(document, problems);
        yield value
            .<Checked<T>>map(Checked.Valid::new)
            .orElseGet(() -> new Checked.Invalid<>(problems.all()));
      }
      case Checked.Invalid<JsonNode>(var problems) -> new Checked.Invalid<>(problems);
    };
  }

  /// The fields that a CSV header may name.
  Map<String, CsvColumn> columns() {
    return columns;
  }

  /// Checks what could be read of a document.
  Checked<T> check(RawDocument raw) {
    var problems = new Problems();
    Optional<T> value = raw.json().flatMap(document -> strictly(document, problems));
    List<Problem> found =
        Stream.concat(
                raw.problems().stream(),
                problems.all().stream().filter(problem -> !raw.explains(problem)))
            .distinct()
            .toList();
    return value.isPresent() && found.isEmpty()
        ? new Checked.Valid<>(value.get())
        : new Checked.Invalid<>(found);
  }

  private Optional<T> strictly(JsonNode document, Problems problems) {
    IllegalCharacters.check(new Value(document, Pointer.ROOT, problems));
    return read(document, problems);
  }

  private Optional<T> read(JsonNode document, Problems problems) {
    return reader.read(new Value(document, Pointer.ROOT, problems));
  }
}
