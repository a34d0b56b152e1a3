package dev.entente.server.runs.figures;

import dev.entente.server.runs.RunKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The route of figures over time.
@RestController
@Tag(name = "runs")
class FigureController {
  /// Which figures are asked for.
  ///
  /// @param days that end today, 90 where absent
  /// @param kind only these runs; both where absent
  record FigureQuery(@Min(1) @Max(3660) Integer days, @Nullable RunKind kind) {
    private static final int DAYS = 90;

    FigureQuery {
      days = days == null ? Integer.valueOf(DAYS) : days;
    }
  }

  private final FigureRepository figures;
  private final InstantSource clock;

  FigureController(FigureRepository figures, InstantSource clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping("/api/runs/figures")
  @Operation(summary = "How runs have gone, day by day and in all")
  RunFigures figures(@Valid @ParameterObject FigureQuery query) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return figures.read(
        today.minusDays(query.days() - 1L), today, Optional.ofNullable(query.kind()));
  }
}
