package dev.entente.server.pages.runs;

import dev.entente.server.nights.NightState;
import dev.entente.server.nights.NightWatch;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunFilter;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunStatus;
import dev.entente.server.runs.figures.FigureRepository;
import dev.entente.server.runs.figures.RunFigures;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// The page that says whether the night went well, with the history of runs.
@Controller
class RunListPage {
  private static final int DAYS = 90;
  private static final RunFilter GOING =
      new RunFilter(null, List.of(RunStatus.QUEUED, RunStatus.RUNNING));

  /// How many nights are shown.
  ///
  /// @param days that end today, 90 where absent
  record ChartQuery(@Min(1) @Max(366) Integer days) {
    ChartQuery(@Nullable Integer days) {
      this.days = days == null ? Integer.valueOf(DAYS) : days;
    }
  }

  /// What the chart shows, the first night first.
  record Chart(List<ChartNight> nights) {}

  private final RunHistory history;
  private final NightWatch watch;
  private final Nightly nightly;
  private final FigureRepository figures;
  private final InstantSource clock;
  private final MessageSource messages;

  RunListPage(
      RunHistory history,
      NightWatch watch,
      Nightly nightly,
      FigureRepository figures,
      InstantSource clock,
      MessageSource messages) {
    this.history = history;
    this.watch = watch;
    this.nightly = nightly;
    this.figures = figures;
    this.clock = clock;
    this.messages = messages;
  }

  @GetMapping("/runs")
  String list(HistoryQuery query, Locale language, Model model) {
    var wording = new Wording(messages, language);
    NightState state = watch.look();
    model.addAttribute("night", nightly.last(state, language, wording));
    model.addAttribute("next", nightly.next(state, wording));
    model.addAttribute(
        "progress",
        going().map(run -> ProgressView.of(run, clock.instant(), wording)).orElse(null));
    model.addAttribute("figures", FiguresView.of(figuresOfAll(), wording));
    model.addAttribute(
        "nights", chart(DAYS, wording).stream().filter(ChartNight::isTold).toList().reversed());
    model.addAttribute("query", query);
    model.addAttribute("statuses", RunStatus.values());
    model.addAttribute("kinds", RunKind.values());
    model.addAttribute("history", HistoryView.of(query, history, wording));
    return "runs/list";
  }

  // That over all postings before one over some.
  private Optional<GenerationRun> going() {
    return history.findGoing().or(() -> history.list(GOING, 0, 1).stream().findFirst());
  }

  private RunFigures.Figures figuresOfAll() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return figures.read(today.minusDays(DAYS - 1L), today, Optional.of(RunKind.ALL)).total();
  }

  private List<ChartNight> chart(int days, Wording wording) {
    return watch.listPast(days).stream().map(night -> ChartNight.of(night, wording)).toList();
  }

  @Hidden
  @ResponseBody
  @GetMapping(path = "/runs/figures", produces = MediaType.APPLICATION_JSON_VALUE)
  Chart figures(ChartQuery query, Locale language) {
    return new Chart(chart(query.days(), new Wording(messages, language)));
  }
}
