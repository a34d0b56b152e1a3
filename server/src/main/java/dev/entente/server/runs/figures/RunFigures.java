package dev.entente.server.runs.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How runs have gone.
///
/// @param total of all days
/// @param days in UTC, the first one first, those without a run too
public record RunFigures(Figures total, List<Day> days) {
  public RunFigures {
    days = List.copyOf(days);
  }

  /// What the runs of a day, or of all, have come to. A run is of the day on which it was asked
  /// for.
  ///
  /// @param runs all, also those that go on
  /// @param successRate completed ones among those that were completed or failed, in per cent with
  ///   two decimals; null for none
  /// @param duration of completed ones, from the beginning to the end
  /// @param queueDelay from the request to the beginning
  /// @param scanned pairs of a candidate and a posting of which it was decided whether and how well
  ///   they match: the candidates of each run times the lists that it wrote
  /// @param written lists
  /// @param matchings that these lists name
  public record Figures(
      int runs,
      int completed,
      int failed,
      int cancelled,
      @Nullable BigDecimal successRate,
      Millis duration,
      Millis queueDelay,
      long scanned,
      long written,
      long matchings) {}

  /// How long something took, in milliseconds; nulls for none.
  public record Millis(@Nullable Long median, @Nullable Long longest) {}

  /// A day, with its figures.
  public record Day(LocalDate day, Figures figures) {}
}
