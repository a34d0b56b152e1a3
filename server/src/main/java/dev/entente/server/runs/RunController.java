package dev.entente.server.runs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The route of the history of runs.
@RestController
@Tag(name = "runs")
class RunController {
  /// The latest runs, latest first.
  record RunList(List<GenerationRun> runs) {}

  private final RunHistory history;

  RunController(RunHistory history) {
    this.history = history;
  }

  @GetMapping("/api/runs")
  @Operation(summary = "The latest runs, latest first")
  RunList list(@Valid @ParameterObject RunQuery query) {
    return new RunList(history.list(query.filter(), 0, query.limit()));
  }
}
