package dev.entente.server.pages.runs.report;

import dev.entente.server.engine.view.EngineLine;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A page of what a run has logged.
///
/// @param more the query of the next page; null for none
/// @param isElsewhere whether the engine keeps the lines elsewhere
record LogView(List<Line> lines, @Nullable String more, boolean isElsewhere) {
  /// A line.
  ///
  /// @param level for styles and people
  /// @param logger the last part of its name; `origin` is all of it
  /// @param stack empty if nothing was thrown
  record Line(
      Moment time, String level, String logger, String origin, String message, String stack) {
    private static Line of(EngineLine line, Wording wording) {
      return new Line(
          wording.second(line.time()),
          line.level(),
          line.logger().substring(line.logger().lastIndexOf('.') + 1),
          line.logger(),
          line.message(),
          Objects.requireNonNullElse(line.stack(), ""));
    }
  }

  static final LogView ELSEWHERE = new LogView(List.of(), null, true);

  /// Shows what was found.
  ///
  /// @param found one line more than are shown, if there are more
  static LogView of(List<EngineLine> found, LogQuery query, Wording wording) {
    List<EngineLine> shown = found.subList(0, Math.min(found.size(), LogQuery.SIZE));
    return new LogView(
        shown.stream().map(line -> Line.of(line, wording)).toList(),
        shown.size() < found.size() ? query.behind(shown.getLast().id()) : null,
        false);
  }
}
