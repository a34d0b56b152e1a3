package dev.entente.server.pages.operations;

import dev.entente.server.doctor.Diagnosis;
import dev.entente.server.doctor.Finding;
import dev.entente.server.doctor.State;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a page shows of an examination.
///
/// @param state the worst, for styles; `headline` says it
/// @param parts of the installation, the worst first
record ChecksView(String state, String icon, String headline, Moment at, List<Part> parts) {
  /// A part of the installation.
  ///
  /// @param state its worst
  record Part(String name, State state, List<Line> lines) {}

  /// A finding.
  ///
  /// @param advice empty if nothing is to be done
  record Line(String state, String icon, String word, String message, String advice) {}

  static ChecksView of(Diagnosis diagnosis, Wording wording) {
    State worst = diagnosis.state();
    return new ChecksView(
        worst.name(),
        icon(worst),
        wording.text(
            "ops.checks." + worst, count(diagnosis, State.BROKEN), count(diagnosis, State.WARNING)),
        wording.moment(diagnosis.at()),
        parts(diagnosis, wording));
  }

  private static long count(Diagnosis diagnosis, State state) {
    return diagnosis.findings().stream().filter(finding -> finding.state() == state).count();
  }

  // Those that are equally bad stay in the order of the checks.
  private static List<Part> parts(Diagnosis diagnosis, Wording wording) {
    Map<String, List<Finding>> parts =
        diagnosis.findings().stream()
            .collect(
                Collectors.groupingBy(
                    Finding::part, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    return parts.entrySet().stream()
        .map(part -> part(part.getKey(), part.getValue(), wording))
        .sorted(Comparator.comparing(Part::state).reversed())
        .toList();
  }

  private static Part part(String id, List<Finding> findings, Wording wording) {
    List<Finding> worstFirst =
        findings.stream().sorted(Comparator.comparing(Finding::state).reversed()).toList();
    return new Part(
        wording.text("ops.part." + id),
        worstFirst.getFirst().state(),
        worstFirst.stream().map(finding -> line(finding, wording)).toList());
  }

  private static Line line(Finding finding, Wording wording) {
    return new Line(
        finding.state().name(),
        icon(finding.state()),
        wording.text("ops.state." + finding.state()),
        finding.message(),
        finding.advice().orElse(""));
  }

  private static String icon(State state) {
    return switch (state) {
      case OK -> "circle-check";
      case WARNING -> "alert-triangle";
      case BROKEN -> "circle-x";
    };
  }
}
