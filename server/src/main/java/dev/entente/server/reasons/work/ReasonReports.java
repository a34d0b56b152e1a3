package dev.entente.server.reasons.work;

import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Report;
import dev.entente.server.reasons.spending.Spending;
import dev.entente.server.reasons.work.ReasonReport.Halt;
import dev.entente.server.reasons.work.ReasonReport.Writer;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.web.ApiProblem;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what writing reasons took, and lets nobody write for a run any more.
@Component
public class ReasonReports {
  private static final Halt STOPPED = new Halt(Cause.STOPPED, null);

  private final Spending spending;
  private final ReasonRequests requests;
  private final StoppedRuns stopped;
  private final WritingModel writing;
  private final RunHistory history;

  ReasonReports(
      Spending spending,
      ReasonRequests requests,
      StoppedRuns stopped,
      WritingModel writing,
      RunHistory history) {
    this.spending = spending;
    this.requests = requests;
    this.stopped = stopped;
    this.writing = writing;
    this.history = history;
  }

  /// What a run took.
  ///
  /// @param id as a caller has written it
  /// @param language of what it says in sentences
  /// @throws ApiProblem if there is no such run
  public ReasonReport of(String id, Locale language) {
    UUID run = history.get(id).id();
    return told(spending.report(run), Optional.of(run), language);
  }

  /// What all took since midnight UTC.
  ReasonReport today(Locale language) {
    return told(spending.today(), Optional.empty(), language);
  }

  /// Lets nobody write for a run any more. Calls that go on end, and what they write is kept.
  ///
  /// @param id as a caller has written it
  /// @throws ApiProblem if there is no such run
  public void stop(String id) {
    spending.stop(history.get(id).id());
  }

  private ReasonReport told(Report report, Optional<UUID> run, Locale language) {
    boolean isStopped = run.filter(stopped::contains).isPresent();
    return new ReasonReport(
        writer(),
        writing.caution(ReasonLanguage.of(language)).orElse(null),
        report.usage().calls(),
        ReasonReport.tokens(report),
        ReasonReport.cost(report),
        ReasonReport.texts(report),
        isStopped ? 0 : requests.count(run),
        isStopped,
        halt(report, isStopped),
        ReasonReport.limits(report.limits()));
  }

  private @Nullable Writer writer() {
    return writing.model().map(model -> new Writer(model.provider(), model.model())).orElse(null);
  }

  // Without a model nothing is held up.
  private @Nullable Halt halt(Report report, boolean isStopped) {
    if (writing.model().isEmpty()) {
      return null;
    }
    return isStopped ? STOPPED : report.halt().map(ReasonReport::halt).orElse(null);
  }
}
