package dev.entente.server.pages.operations;

import dev.entente.server.engine.view.FunctionRun;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.RunHistory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Joins runs of functions with the generation runs that they do.
@Component
final class RunLines {
  private final RunHistory history;

  RunLines(RunHistory history) {
    this.history = history;
  }

  /// The lines of runs, in their order.
  List<RunLine> of(List<FunctionRun> runs, Wording wording) {
    Map<String, UUID> generations =
        history.findOfEngineRuns(
            runs.stream()
                .flatMap(run -> Stream.of(run.id(), run.cause().invokedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return runs.stream().map(run -> RunLine.of(run, generations, wording)).toList();
  }
}
