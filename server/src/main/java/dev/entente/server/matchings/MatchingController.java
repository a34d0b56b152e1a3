package dev.entente.server.matchings;

import dev.entente.documents.DocumentForm;
import dev.entente.server.intake.DocumentAnswers;
import dev.entente.server.web.RequestBodies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The routes of stored matchings.
@RestController
@Tag(name = "matchings")
class MatchingController {
  private final MatchingLists lists;
  private final StatusMoves moves;
  private final StatusHistory history;
  private final MatchingRepository repository;
  private final TransactionTemplate transactions;

  MatchingController(
      MatchingLists lists,
      StatusMoves moves,
      StatusHistory history,
      MatchingRepository repository,
      TransactionTemplate transactions) {
    this.lists = lists;
    this.moves = moves;
    this.history = history;
    this.repository = repository;
    this.transactions = transactions;
  }

  @GetMapping("/api/matching")
  @Operation(summary = "The stored list of a job posting, best first")
  MatchingAnswer.Page list(@Valid @ParameterObject MatchingQuery query) {
    return lists.find(query);
  }

  @GetMapping("/api/matching/{id}")
  @Operation(summary = "One stored matching")
  MatchingAnswer get(@PathVariable String id) {
    return lists.get(id);
  }

  @PatchMapping(
      path = "/api/matching/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Move the status of a matching",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(ref = "#/components/schemas/StatusChange"))))
  MatchingAnswer move(@PathVariable String id, HttpServletRequest request) throws IOException {
    moves.move(id, RequestBodies.read(request, DocumentForm.statusChange()));
    return lists.get(id);
  }

  @GetMapping("/api/matching/{id}/history")
  @Operation(summary = "All moves of a matching's status, the latest first")
  StatusAnswer.All history(@PathVariable String id) {
    return StatusAnswer.all(history.of(id));
  }

  @GetMapping(path = "/api/export/matchings", produces = DocumentAnswers.JSON_LINES)
  @Operation(summary = "All stored lists in the lines of file mode, by posting and rank")
  void export(HttpServletResponse response) throws IOException {
    response.setContentType(DocumentAnswers.JSON_LINES);
    OutputStream out = response.getOutputStream();
    try {
      transactions.executeWithoutResult(_ -> repository.forEachLine(line -> write(line, out)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(String line, OutputStream out) {
    try {
      out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
