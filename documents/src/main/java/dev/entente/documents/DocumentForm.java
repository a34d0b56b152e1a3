package dev.entente.documents;

import static dev.entente.documents.CsvColumn.JSON;
import static dev.entente.documents.CsvColumn.LIST;
import static dev.entente.documents.CsvColumn.TEXT;
import static dev.entente.documents.CsvColumn.TRUTH;

import dev.entente.matching.profile.Candidate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One of the two documents: how it is read and which columns it has in CSV.
record DocumentForm<T>(ValueReader<T> reader, Map<String, CsvColumn> columns) {
  static DocumentForm<Candidate> candidate(Instant now) {
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

  static DocumentForm<PostingDocument> posting() {
    Map<String, CsvColumn> columns = new LinkedHashMap<>();
    put(columns, TEXT, "id", "companyId", "title", "description");
    put(columns, LIST, "domains", "skills", "niceToHaveSkills");
    put(columns, TEXT, "experienceLevel", "location", "workMode", "contractType");
    put(columns, TRUTH, "active");
    put(columns, JSON, "weights", "attributes");
    return new DocumentForm<>(Fields.of(PostingReader::read), columns);
  }

  private static void put(Map<String, CsvColumn> columns, CsvColumn column, String... names) {
    for (String name : names) {
      columns.put(name, column);
    }
  }

  DocumentForm {
    columns = Collections.unmodifiableMap(columns);
  }

  Optional<T> read(JsonNode document, Problems problems) {
    return reader.read(new Value(document, "", problems));
  }
}
