package dev.entente.server.generation;

import dev.entente.server.runs.GenerationRun;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The routes that start runs.
@RestController
class GenerationController {
  private final RunLauncher launcher;

  GenerationController(RunLauncher launcher) {
    this.launcher = launcher;
  }

  @PostMapping(path = "/api/runs", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Start a generation over all active job postings", tags = "runs")
  GenerationRun run() {
    return launcher.start("API");
  }
}
