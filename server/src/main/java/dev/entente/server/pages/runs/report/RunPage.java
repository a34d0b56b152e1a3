package dev.entente.server.pages.runs.report;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.generation.RunControl;
import dev.entente.server.pages.runs.ProgressView;
import dev.entente.server.pages.runs.RunView;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.PostingTitles;
import dev.entente.server.reasons.work.ReasonReports;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.report.RunReport;
import dev.entente.server.runs.report.RunReports;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page of one run.
@Controller
class RunPage {
  private final RunReports reports;
  private final ReasonReports reasons;
  private final RunControl control;
  private final FunctionEngine engine;
  private final PostingTitles titles;
  private final InstantSource clock;
  private final MessageSource messages;

  RunPage(
      RunReports reports,
      ReasonReports reasons,
      RunControl control,
      FunctionEngine engine,
      PostingTitles titles,
      InstantSource clock,
      MessageSource messages) {
    this.reports = reports;
    this.reasons = reasons;
    this.control = control;
    this.engine = engine;
    this.titles = titles;
    this.clock = clock;
    this.messages = messages;
  }

  @GetMapping("/runs/{id}")
  String show(@PathVariable String id, LogQuery query, Locale language, Model model) {
    var wording = new Wording(messages, language);
    RunReport report = reports.report(id, language);
    GenerationRun run = report.run();
    model.addAttribute("run", RunView.of(run, wording));
    model.addAttribute("head", HeadView.of(report, control.isRepeatable(run), wording));
    model.addAttribute("facts", FactsView.of(run, wording));
    model.addAttribute(
        "progress",
        run.status().hasEnded() ? null : ProgressView.of(run, clock.instant(), wording));
    model.addAttribute("timeline", Timeline.of(report, query.isWhole(), clock.instant(), wording));
    model.addAttribute("dashboard", engine.dashboard().orElse(""));
    model.addAttribute("errors", ErrorView.of(report, wording));
    model.addAttribute("postings", PostingsView.of(report, titles, wording));
    model.addAttribute("reasons", ReasonsView.of(reasons.of(id, language), run, wording));
    addLog(id, query, wording, model);
    return "runs/run";
  }

  /// The lines alone, for the page's script; whoever comes without one is led to the page.
  @GetMapping("/runs/{id}/logs")
  String log(
      @PathVariable String id,
      LogQuery query,
      Locale language,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String address = "/runs/" + id + query.behind(query.beyond());
    if (request.getHeader("HX-Request") == null) {
      return "redirect:" + address + "#log";
    }
    response.setHeader("HX-Push-Url", query.beyond() > 0 ? "false" : address);
    model.addAttribute("id", id);
    addLog(id, query, new Wording(messages, language), model);
    return "runs/log :: log";
  }

  private void addLog(String id, LogQuery query, Wording wording, Model model) {
    model.addAttribute("query", query);
    model.addAttribute("log", lines(id, query, wording));
  }

  private LogView lines(String id, LogQuery query, Wording wording) {
    try {
      return LogView.of(reports.search(id, query.search()), query, wording);
    } catch (ApiProblem e) {
      if (e.type() != ProblemType.ENGINE_CANNOT) {
        throw e;
      }
      return LogView.ELSEWHERE;
    }
  }
}
