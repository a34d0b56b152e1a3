package dev.entente.server.runs.report;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.view.EngineLine;
import dev.entente.server.engine.view.EngineLogSearch;
import dev.entente.server.engine.view.EngineRun;
import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts together what the ledger and the engine know of a run.
@Component
public class RunReports {
  private final RunHistory history;
  private final ChunkLedger chunks;
  private final NoteworthyPostings postings;
  private final FunctionEngine engine;
  private final MessageSource messages;

  RunReports(
      RunHistory history,
      ChunkLedger chunks,
      NoteworthyPostings postings,
      FunctionEngine engine,
      MessageSource messages) {
    this.history = history;
    this.chunks = chunks;
    this.postings = postings;
    this.engine = engine;
    this.messages = messages;
  }

  /// All that is known of a run.
  ///
  /// @param language of sentences
  /// @throws dev.entente.server.web.ApiProblem if there is none
  public RunReport report(String id, Locale language) {
    GenerationRun run = history.get(id);
    Optional<String> engineRun = history.findEngineRun(run.id());
    Optional<EngineRun> kept = engineRun.flatMap(engine::find);
    return new RunReport(
        run,
        new RunReport.Engine(
            engine.name(),
            engineRun.orElse(null),
            engineRun.flatMap(known -> where(known, language)).orElse(null),
            kept.map(EngineRun::error).orElse(null)),
        steps(engineRun, kept),
        chunks.list(run.id()).stream().map(RunReport.Part::of).toList(),
        postings.slowest(run.id()),
        postings.scarce(run.id()));
  }

  private Optional<String> where(String engineRun, Locale language) {
    return engine
        .dashboard()
        .map(
            address ->
                messages.getMessage("engine.where", new Object[] {address, engineRun}, language));
  }

  private static @Nullable List<EngineStep> steps(
      Optional<String> engineRun, Optional<EngineRun> kept) {
    return engineRun.isEmpty() ? List.of() : kept.map(EngineRun::steps).orElse(null);
  }

  /// The lines that a run has logged; none while it is queued.
  ///
  /// @throws dev.entente.server.web.ApiProblem if there is no such run, or the engine keeps them
  ///   elsewhere
  List<EngineLine> lines(String id, LogQuery query) {
    GenerationRun run = history.get(id);
    String engineRun = history.findEngineRun(run.id()).orElse("");
    return engine.logs(engineRun, query.after(), query.limit());
  }

  /// Looks for lines of a run; none while it is queued.
  ///
  /// @throws dev.entente.server.web.ApiProblem if there is no such run, or the engine keeps them
  ///   elsewhere
  public List<EngineLine> search(String id, EngineLogSearch search) {
    GenerationRun run = history.get(id);
    String engineRun = history.findEngineRun(run.id()).orElse("");
    return engine.searchLogs(engineRun, search);
  }
}
