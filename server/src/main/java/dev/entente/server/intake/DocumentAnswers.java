package dev.entente.server.intake;

import dev.entente.server.web.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// The answers of routes of documents, the same for every kind.
public final class DocumentAnswers {
  /// One JSON document a line.
  public static final String JSON_LINES = "application/x-ndjson";

  /// Rows of CSV.
  public static final String CSV = "text/csv";

  private static final JsonMapper JSON = new JsonMapper();

  private final DocumentStore<?> store;

  /// @param store of the documents
  public DocumentAnswers(DocumentStore<?> store) {
    this.store = store;
  }

  /// Stores the body under an id: 201 with its address, or 200; the document itself either way.
  public ResponseEntity<byte[]> put(String id, HttpServletRequest request) throws IOException {
    DocumentStore.Stored stored = store.put(id, RequestBodies.read(request));
    ResponseEntity.BodyBuilder answer =
        stored.outcome() == Outcome.CREATED
            ? ResponseEntity.created(URI.create(request.getRequestURI()))
            : ResponseEntity.ok();
    return body(answer, stored.document());
  }

  /// The document of an id.
  public ResponseEntity<byte[]> get(String id) {
    return body(ResponseEntity.ok(), store.get(id));
  }

  private static ResponseEntity<byte[]> body(ResponseEntity.BodyBuilder answer, String document) {
    return answer
        .contentType(MediaType.APPLICATION_JSON)
        .body(document.getBytes(StandardCharsets.UTF_8));
  }

  /// The id of a stored document.
  public static String id(String document) {
    return JSON.readTree(document).get("id").stringValue();
  }

  /// Deletes the document of an id: 204.
  public ResponseEntity<Void> delete(String id) {
    store.delete(id);
    return ResponseEntity.noContent().build();
  }

  /// Stores the lines of the body: 200, or 422 if all of them are wrong.
  public ResponseEntity<ImportReport.Answer> importAll(
      HttpServletRequest request, boolean dryRun, Locale language) throws IOException {
    boolean csv =
        MediaType.parseMediaType(String.valueOf(request.getContentType()))
            .isCompatibleWith(MediaType.parseMediaType(CSV));
    ImportReport report = store.importAll(request.getInputStream(), csv, dryRun);
    return ResponseEntity.status(
            report.isRefused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .body(report.in(language));
  }

  /// Writes all documents.
  public void export(HttpServletResponse response) throws IOException {
    response.setContentType(JSON_LINES);
    try {
      store.export(response.getOutputStream());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
