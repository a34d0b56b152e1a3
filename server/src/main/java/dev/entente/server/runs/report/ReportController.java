package dev.entente.server.runs.report;

import dev.entente.server.engine.view.EngineLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The routes of one run.
@RestController
@Tag(name = "runs")
class ReportController {
  /// Lines of a run, in the order in which they were kept.
  ///
  /// @param next behind which the next lines are: the last one's id
  record LineList(List<EngineLine> lines, long next) {}

  private final RunReports reports;

  ReportController(RunReports reports) {
    this.reports = reports;
  }

  @GetMapping("/api/runs/{id}")
  @Operation(summary = "One run, with its steps, attempts, errors and postings to look at")
  RunReport get(@PathVariable String id, Locale language) {
    return reports.report(id, language);
  }

  @GetMapping("/api/runs/{id}/logs")
  @Operation(summary = "What a run has logged")
  LineList lines(@PathVariable String id, @Valid @ParameterObject LogQuery query) {
    List<EngineLine> lines = reports.lines(id, query);
    return new LineList(lines, lines.isEmpty() ? query.after() : lines.getLast().id());
  }
}
