package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.figures.RunFigures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the runs of many days have gone, in words.
final class FiguresView {
  private static final int DECIMALS = 2;

  private FiguresView() {}

  /// The success rate, how long runs took, and how long they waited.
  static List<Fact> of(RunFigures.Figures total, Wording wording) {
    return List.of(
        new Fact(wording.text("page.figures.success"), rate(total.successRate(), wording)),
        new Fact(wording.text("page.figures.median"), millis(total.duration().median(), wording)),
        new Fact(wording.text("page.figures.longest"), millis(total.duration().longest(), wording)),
        new Fact(wording.text("page.figures.delay"), millis(total.queueDelay().median(), wording)),
        new Fact(
            wording.text("page.figures.delay.longest"),
            millis(total.queueDelay().longest(), wording)));
  }

  private static String rate(@Nullable BigDecimal rate, Wording wording) {
    return rate == null
        ? wording.text("page.figures.none")
        : wording.percent(rate.movePointRight(DECIMALS).longValue());
  }

  private static String millis(@Nullable Long millis, Wording wording) {
    return millis == null
        ? wording.text("page.figures.none")
        : wording.duration(Duration.ofMillis(millis));
  }
}
