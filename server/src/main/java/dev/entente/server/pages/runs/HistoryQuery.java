package dev.entente.server.pages.runs;

import dev.entente.server.runs.RunFilter;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunStatus;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which part of the history is shown.
///
/// @param status only these; empty for all
/// @param kind only these; empty for both
/// @param page from 1
record HistoryQuery(
    @Pattern(regexp = "(QUEUED|RUNNING|COMPLETED|FAILED|CANCELLED)?") String status,
    @Pattern(regexp = "(ALL|SOME)?") String kind,
    @Min(1) @Max(100_000) Integer page) {
  HistoryQuery(@Nullable String status, @Nullable String kind, @Nullable Integer page) {
    this.status = status == null ? "" : status;
    this.kind = kind == null ? "" : kind;
    this.page = page == null ? Integer.valueOf(1) : page;
  }

  RunFilter filter() {
    return new RunFilter(
        kind.isEmpty() ? null : RunKind.valueOf(kind),
        status.isEmpty() ? List.of() : List.of(RunStatus.valueOf(status)));
  }

  public boolean isFiltered() {
    return !status.isEmpty() || !kind.isEmpty();
  }

  /// The address of another part of what is asked for.
  String address(int other) {
    return UriComponentsBuilder.fromPath("/runs")
        .queryParamIfPresent("status", Optional.of(status).filter(text -> !text.isEmpty()))
        .queryParamIfPresent("kind", Optional.of(kind).filter(text -> !text.isEmpty()))
        .queryParamIfPresent("page", Optional.of(other).filter(number -> number > 1))
        .fragment("history")
        .toUriString();
  }
}
