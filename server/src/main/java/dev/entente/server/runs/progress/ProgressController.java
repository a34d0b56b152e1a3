package dev.entente.server.runs.progress;

import dev.entente.server.runs.RunHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The route on which a run is followed.
@RestController
@Tag(name = "runs")
class ProgressController {
  private final RunHistory history;
  private final RunWatching watching;

  ProgressController(RunHistory history, RunWatching watching) {
    this.history = history;
    this.watching = watching;
  }

  @GetMapping(path = "/api/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "How a run goes on, as it does (server-sent events)")
  @ApiResponse(
      responseCode = "200",
      description = "progress: the run, whenever it has changed; end: the last one",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  SseEmitter follow(@PathVariable String id, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // a proxy must not gather what is to be seen now
    return watching.follow(history.get(id).id());
  }
}
