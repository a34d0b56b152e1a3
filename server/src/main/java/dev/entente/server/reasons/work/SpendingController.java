package dev.entente.server.reasons.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The routes of what writing reasons takes.
@RestController
@Tag(name = "reasons")
class SpendingController {
  private final ReasonReports reports;

  SpendingController(ReasonReports reports) {
    this.reports = reports;
  }

  @GetMapping("/api/reasons")
  @Operation(summary = "What writing reasons took since midnight UTC, and what limits it")
  ReasonReport today(Locale language) {
    return reports.today(language);
  }

  @GetMapping("/api/runs/{id}/reasons")
  @Operation(summary = "What writing the reasons of a run took, and what limits it")
  ReasonReport get(@PathVariable String id, Locale language) {
    return reports.of(id, language);
  }

  @PostMapping(path = "/api/runs/{id}/stop-reasons", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Let no model write for a run any more: its other matchings keep the template. Asked once"
              + " more, it changes nothing")
  ReasonReport stop(@PathVariable String id, Locale language) {
    reports.stop(id);
    return reports.of(id, language);
  }
}
