package dev.entente.server.generation;

import dev.entente.documents.DocumentForm;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunKind;
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
  private static final String RERUN = "RERUN";

  private final RunLauncher launcher;
  private final WantedPostings postings;
  private final RunStopping stopping;
  private final RunRepeating repeating;
  private final RunHistory history;

  GenerationController(
      RunLauncher launcher,
      WantedPostings postings,
      RunStopping stopping,
      RunRepeating repeating,
      RunHistory history) {
    this.launcher = launcher;
    this.postings = postings;
    this.stopping = stopping;
    this.repeating = repeating;
    this.history = history;
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
        ? launcher.startSome("API", postings.requireActive(some.get()))
        : launcher.start("API");
  }

  @PostMapping(path = "/api/runs/{id}/cancel", produces = JSON)
  @Operation(summary = "Cancel a run that is queued or goes on")
  GenerationRun cancel(@PathVariable String id) {
    return stopping.cancel(id, "cancelled by API");
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
    return from.isPresent() ? repeating.repeatFrom(id, from.get()) : again(history.get(id));
  }

  private GenerationRun again(GenerationRun run) {
    if (!run.status().hasEnded()) {
      throw RunLauncher.isGoing(run);
    }
    return run.kind() == RunKind.ALL
        ? launcher.start(RERUN)
        : launcher.startSome(RERUN, repeating.requirePostings(run));
  }
}
