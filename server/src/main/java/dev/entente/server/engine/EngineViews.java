package dev.entente.server.engine;

import dev.entente.durable.history.AttemptView;
import dev.entente.durable.history.FunctionSummary;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.history.StepStatus;
import dev.entente.durable.history.StepView;
import dev.entente.durable.log.KeptLine;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.engine.view.EngineLine;
import dev.entente.server.engine.view.EngineRun;
import dev.entente.server.engine.view.EngineStep;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shows what the embedded engine keeps.
final class EngineViews {
  // Those of one round as a person counts: `chunk-9` before `chunk-10`.
  private static final Comparator<StepView> ORDER =
      Comparator.comparingInt(StepView::round)
          .thenComparing(step -> step.times().plannedAt())
          .thenComparingInt(step -> step.id().length())
          .thenComparing(StepView::id);

  private static final String APP_PREFIX = FunctionEngine.APP + "-";

  private EngineViews() {}

  /// @param invoked the attempts of the runs that it has invoked, by their ids
  static EngineRun run(RunDetail run, Map<String, List<AttemptView>> invoked) {
    List<EngineStep> steps =
        run.steps().stream().sorted(ORDER).map(step -> step(step, run, invoked)).toList();
    return new EngineRun(steps, run.error().map(EngineViews::failure).orElse(null));
  }

  private static EngineStep step(
      StepView step, RunDetail run, Map<String, List<AttemptView>> invoked) {
    Optional<String> other = step.awaited().runId();
    List<AttemptView> attempts =
        other.isPresent()
            ? invoked.getOrDefault(other.get(), List.of()).stream()
                .filter(EngineViews::isTold)
                .toList()
            : run.attemptsOf(step.hash());
    Optional<Instant> startedAt =
        attempts.stream()
            .map(AttemptView::startedAt)
            .findFirst()
            .or(() -> step.times().startedAt());
    return new EngineStep(
        step.id(),
        step.status(),
        step.times().plannedAt(),
        startedAt.orElse(null),
        step.times().endedAt().orElse(null),
        attempts.stream().map(EngineViews::attempt).toList());
  }

  // What goes well between the steps of an invoked function is nobody's attempt.
  private static boolean isTold(AttemptView attempt) {
    return attempt.stepHash().isPresent() || attempt.error().isPresent();
  }

  private static EngineStep.Attempt attempt(AttemptView attempt) {
    return new EngineStep.Attempt(
        attempt.number() + 1,
        attempt.instance(),
        attempt.startedAt(),
        attempt.endedAt(),
        attempt.error().map(EngineViews::failure).orElse(null));
  }

  private static EngineStep.StepError failure(ErrorReport error) {
    return new EngineStep.StepError(error.name(), error.message(), stack(error));
  }

  // The engine keeps each cause by itself; people are used to one text.
  private static @Nullable String stack(ErrorReport error) {
    if (error.stack().isEmpty()) {
      return null;
    }
    var text = new StringBuilder(error.stack().get());
    for (Optional<ErrorReport> cause = error.cause();
        cause.isPresent();
        cause = cause.get().cause()) {
      text.append("\nCaused by: ").append(cause.get().stack().orElse(cause.get().message()));
    }
    return text.toString();
  }

  /// The ids of the steps that had ended before one of them did: what a run that is repeated from
  /// it takes over.
  static Set<String> endedBefore(RunDetail run, String step) {
    return run.steps().stream()
        .takeWhile(one -> !one.id().equals(step))
        .filter(one -> one.status() == StepStatus.DONE || one.status() == StepStatus.FAILED)
        .map(StepView::id)
        .collect(Collectors.toSet());
  }

  static EngineLine line(KeptLine kept) {
    return new EngineLine(
        kept.id(),
        kept.line().time(),
        kept.line().level(),
        kept.line().logger(),
        kept.line().message(),
        kept.line().error().orElse(null));
  }

  /// Tells whether a function is the service's own.
  static boolean isOurs(FunctionSummary function) {
    return function.appId().equals(FunctionEngine.APP) && function.removedAt().isEmpty();
  }

  static String engineId(String id) {
    return APP_PREFIX + id;
  }

  static EngineFunction function(FunctionSummary function) {
    boolean isPaused = function.pausedAt().isPresent();
    return new EngineFunction(
        function.id().substring(APP_PREFIX.length()),
        function.name(),
        function.triggers().stream().map(EngineViews::trigger).toList(),
        isPaused ? null : function.nextCronAt().orElse(null),
        isPaused,
        function.lastRun().map(EngineViews::lastRun).orElse(null),
        function.running(),
        function.queued());
  }

  private static EngineFunction.Trigger trigger(FunctionSummary.Trigger trigger) {
    return new EngineFunction.Trigger(
        trigger.event().orElse(null),
        trigger.expression().orElse(null),
        trigger.cron().orElse(null));
  }

  private static EngineFunction.LastRun lastRun(RunSummary run) {
    return new EngineFunction.LastRun(
        run.id(), run.status().name(), run.startedAt().orElse(null), run.endedAt().orElse(null));
  }
}
