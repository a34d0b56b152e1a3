package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording;
import dev.entente.server.reasons.work.ReasonReports;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages of generation runs.
@Controller
class RunPages {
  private final RunHistory history;
  private final ChunkLedger chunks;
  private final ReasonReports reasons;
  private final MessageSource messages;

  RunPages(RunHistory history, ChunkLedger chunks, ReasonReports reasons, MessageSource messages) {
    this.history = history;
    this.chunks = chunks;
    this.reasons = reasons;
    this.messages = messages;
  }

  @GetMapping("/runs/{id}")
  String show(@PathVariable String id, Locale language, Model model) {
    var wording = new Wording(messages, language);
    GenerationRun run = history.get(id);
    model.addAttribute("run", RunView.of(run, wording));
    model.addAttribute("reasons", ReasonsView.of(reasons.of(id, language), run, wording));
    model.addAttribute(
        "parts", chunks.list(run.id()).stream().map(chunk -> PartView.of(chunk, wording)).toList());
    return "runs/run";
  }
}
