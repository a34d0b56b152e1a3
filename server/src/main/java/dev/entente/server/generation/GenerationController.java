package dev.entente.server.generation;

import dev.entente.documents.DocumentForm;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.web.RequestBodies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The routes that start and end runs.
@RestController
@Tag(name = "runs")
class GenerationController {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String CALLER = "API";

  private final RunLauncher launcher;
  private final WantedPostings postings;
  private final RunControl control;

  GenerationController(RunLauncher launcher, WantedPostings postings, RunControl control) {
    this.launcher = launcher;
    this.postings = postings;
    this.control = control;
  }

  @PostMapping(path = "/api/runs", produces = JSON)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Start a generation over all active job postings, or over some",
      requestBody =
          @RequestBody(
              content =
                  @Content(
                      mediaType = JSON,
                      schema = @Schema(ref = "#/components/schemas/GenerationRequest"))))
  GenerationRun run(HttpServletRequest request) throws IOException {
    Optional<List<String>> some =
        RequestBodies.readOptional(request, DocumentForm.generationRequest());
    return some.isPresent()
        ? launcher.startSome(CALLER, postings.requireActive(some.get()))
        : launcher.start(CALLER);
  }

  @PostMapping(path = "/api/runs/{id}/cancel", produces = JSON)
  @Operation(summary = "Cancel a run that is queued or goes on")
  GenerationRun cancel(@PathVariable String id) {
    return control.cancel(id, CALLER);
  }

  @PostMapping(path = "/api/runs/{id}/rerun", produces = JSON)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Start a run like one that has ended, or go on with that one from a step on",
      requestBody =
          @RequestBody(
              content =
                  @Content(
                      mediaType = JSON,
                      schema = @Schema(ref = "#/components/schemas/RerunRequest"))))
  GenerationRun rerun(@PathVariable String id, HttpServletRequest request) throws IOException {
    Optional<String> from = RequestBodies.readOptional(request, DocumentForm.rerunRequest());
    return from.isPresent() ? control.repeatFrom(id, from.get()) : control.repeat(id);
  }
}
