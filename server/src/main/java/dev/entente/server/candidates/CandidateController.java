package dev.entente.server.candidates;

import dev.entente.matching.profile.Candidate;
import dev.entente.server.intake.DocumentAnswers;
import dev.entente.server.intake.DocumentStore;
import dev.entente.server.intake.ImportOptions;
import dev.entente.server.intake.ImportReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/// The routes of candidates.
@RestController
@Tag(name = "candidates")
class CandidateController {
  private static final String SCHEMA = "#/components/schemas/Candidate";

  /// One page of documents.
  ///
  /// @param candidates the documents, by id
  /// @param total how many pass the filters, on all pages
  /// @param next what the next page is after; null on the last
  record CandidatePage(
      @ArraySchema(schema = @Schema(ref = SCHEMA)) List<RawValue> candidates,
      int total,
      @Nullable String next) {}

  private final CandidateRepository repository;
  private final DocumentAnswers answers;

  CandidateController(CandidateRepository repository, DocumentStore<Candidate> store) {
    this.repository = repository;
    answers = new DocumentAnswers(store);
  }

  @PutMapping(path = "/api/candidates/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Store a document whole",
      requestBody =
          @RequestBody(required = true, content = @Content(schema = @Schema(ref = SCHEMA))))
  @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = SCHEMA)))
  @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(ref = SCHEMA)))
  ResponseEntity<byte[]> put(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    return answers.put(id, request);
  }

  @GetMapping("/api/candidates/{id}")
  @Operation(summary = "The document as it was put")
  @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = SCHEMA)))
  ResponseEntity<byte[]> get(@PathVariable String id) {
    return answers.get(id);
  }

  @DeleteMapping("/api/candidates/{id}")
  @Operation(summary = "Erase it with all its matchings")
  @ApiResponse(responseCode = "204")
  ResponseEntity<Void> delete(@PathVariable String id) {
    return answers.delete(id);
  }

  @GetMapping("/api/candidates")
  @Operation(summary = "Documents page by page, by id")
  CandidatePage list(@Valid @ParameterObject CandidateQuery query) {
    List<String> found = repository.page(query);
    boolean more = found.size() > query.limit();
    List<String> shown = more ? found.subList(0, query.limit()) : found;
    return new CandidatePage(
        shown.stream().map(RawValue::new).toList(),
        repository.count(query),
        more ? DocumentAnswers.id(shown.getLast()) : null);
  }

  @PostMapping(
      path = "/api/import/candidates",
      consumes = {DocumentAnswers.JSON_LINES, DocumentAnswers.CSV},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Store many documents, each line for itself",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = DocumentAnswers.JSON_LINES, schema = @Schema(ref = SCHEMA)),
                @Content(mediaType = DocumentAnswers.CSV, schema = @Schema(type = "string"))
              }))
  @ApiResponse(responseCode = "200", description = "At least one line was right")
  @ApiResponse(responseCode = "422", description = "No line was right")
  ResponseEntity<ImportReport.Answer> importAll(
      @ParameterObject ImportOptions options, HttpServletRequest request, Locale language)
      throws IOException {
    return answers.importAll(request, options.isDry(), language);
  }

  @GetMapping(path = "/api/export/candidates", produces = DocumentAnswers.JSON_LINES)
  @Operation(summary = "All documents, one a line, by id")
  void export(HttpServletResponse response) throws IOException {
    answers.export(response);
  }
}
