package dev.entente.server.runs;

import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The routes of the history of runs.
@RestController
@Tag(name = "runs")
class RunController {
  private static final int LIMIT = 20;

  /// The latest runs, latest first.
  record RunList(List<GenerationRun> runs) {}

  /// How many runs are asked for.
  record RunQuery(@Min(1) @Max(1000) @Nullable Integer limit) {}

  private final RunHistory history;

  RunController(RunHistory history) {
    this.history = history;
  }

  @GetMapping("/api/runs")
  @Operation(summary = "The latest runs, latest first")
  RunList list(@Valid @ParameterObject RunQuery query) {
    Integer limit = query.limit();
    return new RunList(history.list(limit == null ? LIMIT : limit));
  }

  @GetMapping("/api/runs/{id}")
  @Operation(summary = "One run")
  GenerationRun get(@PathVariable String id) {
    return history.find(uuid(id)).orElseThrow(() -> ApiProblem.of(ProblemType.NO_RUN, id));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.of(ProblemType.NO_RUN, id);
    }
  }
}
