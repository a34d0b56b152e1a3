package dev.entente.server.pages.operations;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.engine.view.EngineRun;
import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.engine.view.FunctionRun;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// The pages of functions: what starts them, how they do, and their pauses.
@Controller
class FunctionPages {
  private static final int SIZE = 50;

  // What begins by itself comes first, then what is asked for, then what others call.
  private static final Comparator<EngineFunction> ORDER =
      Comparator.comparing((EngineFunction function) -> function.triggers().isEmpty())
          .thenComparing(
              function -> function.triggers().stream().noneMatch(start -> start.cron() != null))
          .thenComparing(EngineFunction::id);

  /// Which page of runs is shown.
  ///
  /// @param before the id of the last run of the page before
  record Query(@Nullable @Size(max = 100) String before) {}

  private final FunctionEngine engine;
  private final RunLines runs;
  private final MessageSource messages;

  FunctionPages(FunctionEngine engine, RunLines runs, MessageSource messages) {
    this.engine = engine;
    this.runs = runs;
    this.messages = messages;
  }

  @GetMapping("/functions")
  String list(Locale language, Model model) {
    var wording = new Wording(messages, language);
    Optional<String> dashboard = engine.dashboard();
    model.addAttribute(
        "elsewhere", dashboard.map(address -> Elsewhere.functions(address, wording)).orElse(null));
    model.addAttribute(
        "functions",
        dashboard.isPresent()
            ? List.of()
            : engine.functions().stream()
                .sorted(ORDER)
                .map(one -> FunctionView.of(one, wording))
                .toList());
    return "operations/functions";
  }

  @GetMapping("/functions/{id}")
  String show(@PathVariable String id, Query query, Locale language, Model model) {
    if (engine.dashboard().isPresent()) {
      return "redirect:/functions"; // which says where they are shown
    }
    var wording = new Wording(messages, language);
    model.addAttribute("function", FunctionView.of(get(id), wording));
    Optional<String> before = Optional.ofNullable(query.before()).filter(text -> !text.isEmpty());
    List<FunctionRun> found = engine.runsOf(id, before, SIZE + 1);
    List<FunctionRun> shown = found.stream().limit(SIZE).toList();
    model.addAttribute("runs", runs.of(shown, wording));
    model.addAttribute("isFirst", before.isEmpty());
    model.addAttribute("older", found.size() > SIZE ? shown.getLast().id() : null);
    return "operations/function";
  }

  private EngineFunction get(String id) {
    return engine.functions().stream()
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiProblem.of(ProblemType.NO_FUNCTION, id));
  }

  /// A run with its steps: a page, or the part of one that a script asks for.
  @GetMapping("/functions/{id}/runs/{run}")
  String showRun(
      @PathVariable String id,
      @PathVariable String run,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
      Locale language,
      Model model) {
    if (engine.dashboard().isPresent()) {
      return "redirect:/functions";
    }
    var wording = new Wording(messages, language);
    RunLine line =
        runs.of(engine.runs(List.of(run)), wording).stream()
            .filter(one -> one.function().equals(id))
            .findFirst()
            .orElseThrow(() -> ApiProblem.of(ProblemType.NO_RUN, run));
    EngineRun kept = engine.find(run).orElseThrow(() -> ApiProblem.of(ProblemType.NO_RUN, run));
    EngineStep.StepError error = kept.error();
    model.addAttribute("run", line);
    model.addAttribute("failures", error == null ? List.of() : List.of(StepLine.Failure.of(error)));
    model.addAttribute(
        "steps", kept.steps().stream().map(step -> StepLine.of(step, wording)).toList());
    return script == null ? "operations/function-run" : "operations/function-run :: kept";
  }

  @PostMapping("/functions/{id}/pause")
  String pause(@PathVariable String id) {
    return "redirect:/functions/" + engine.pause(id).id();
  }

  @PostMapping("/functions/{id}/resume")
  String resume(@PathVariable String id) {
    return "redirect:/functions/" + engine.resume(id).id();
  }
}
