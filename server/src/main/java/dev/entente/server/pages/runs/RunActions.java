package dev.entente.server.pages.runs;

import dev.entente.server.accounts.Access;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.generation.FunctionDefinitions;
import dev.entente.server.generation.RunControl;
import dev.entente.server.generation.RunLauncher;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.reasons.work.ReasonReports;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What an operator does with runs.
@Controller
class RunActions {
  private static final String BY_PAGE = "PAGE";
  private static final String RUNS = "redirect:/runs";
  private static final String RUN = "redirect:/runs/";

  /// From where a run is done once more.
  ///
  /// @param from a step; empty or absent for a new run
  record Rerun(@Nullable String from) {}

  private final RunLauncher launcher;
  private final RunControl control;
  private final RunHistory history;
  private final FunctionEngine engine;
  private final ReasonReports reasons;
  private final MessageSource messages;

  RunActions(
      RunLauncher launcher,
      RunControl control,
      RunHistory history,
      FunctionEngine engine,
      ReasonReports reasons,
      MessageSource messages) {
    this.launcher = launcher;
    this.control = control;
    this.history = history;
    this.engine = engine;
    this.reasons = reasons;
    this.messages = messages;
  }

  @PostMapping("/runs")
  String start(Locale language, Model model, HttpServletResponse response) {
    return unlessOneGoesOn(() -> launcher.start(BY_PAGE), language, model, response);
  }

  @PostMapping("/runs/{id}/rerun")
  String repeat(
      @PathVariable String id,
      Rerun rerun,
      Locale language,
      Model model,
      HttpServletResponse response) {
    String from = rerun.from();
    return unlessOneGoesOn(
        () -> from == null || from.isEmpty() ? control.repeat(id) : control.repeatFrom(id, from),
        language,
        model,
        response);
  }

  // Whoever is refused sees the run that is in the way.
  private String unlessOneGoesOn(
      Supplier<GenerationRun> action, Locale language, Model model, HttpServletResponse response) {
    try {
      return RUN + action.get().id();
    } catch (ApiProblem e) {
      Optional<GenerationRun> going = history.findGoing();
      if (e.type() != ProblemType.RUN_IS_GOING || going.isEmpty()) {
        throw e;
      }
      response.setStatus(e.type().status());
      model.addAttribute("run", RunView.of(going.get(), new Wording(messages, language)));
      return "runs/going";
    }
  }

  @PostMapping("/runs/{id}/cancel")
  String cancel(@PathVariable String id) {
    control.cancel(id, Access.PERSON);
    return RUN + id;
  }

  @PostMapping("/runs/{id}/stop-reasons")
  String stopReasons(@PathVariable String id) {
    reasons.stop(id);
    return RUN + id;
  }

  @PostMapping("/runs/pause")
  String pause() {
    engine.pause(FunctionDefinitions.ALL);
    return RUNS;
  }

  @PostMapping("/runs/resume")
  String resume() {
    engine.resume(FunctionDefinitions.ALL);
    return RUNS;
  }
}
