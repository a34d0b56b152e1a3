package dev.entente.inngest.execution;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.Retry;
import java.util.regex.Pattern;

/// Executes calls of functions: replays what is kept, and runs or reports what comes next.
///
/// The cost of a call is linear in the number of its steps. Shared by threads; each call stays in
/// its caller's, and leaves none behind.
public final class CallExecutor {
  private static final System.Logger LOG = System.getLogger(CallExecutor.class.getName());

  private static final Pattern NO_ID = Pattern.compile("[^\\w-]"); // no line breaks into a log

  private final EventSender events;
  private final StepObserver observer;

  /// Executes calls whose steps send events there.
  ///
  /// @param events takes what steps send
  public CallExecutor(EventSender events) {
    this(events, StepObserver.NONE);
  }

  /// The same, heard by somebody.
  public CallExecutor(EventSender events, StepObserver observer) {
    this.events = events;
    this.observer = observer;
  }

  /// Executes one call. An interrupt that the function leaves behind is cleared: it would break off
  /// the answer, and what was done would be done again.
  ///
  /// @return what came of it, whatever the function throws
  public CallResult execute(FunctionBody body, CallRequest request) {
    var replay = new Replay(request, observer);
    CallResult result = call(body, request, replay);
    replay.end();
    Thread.interrupted();
    if (request.target().isEmpty() && !(result instanceof CallResult.Failed)) {
      warnOfUnseen(replay.unseen(), request.context().runId());
    }
    return result;
  }

  // A call for one step ends at it, and one that fails ends anywhere: neither tells what is left.
  private static void warnOfUnseen(int unseen, String runId) {
    if (unseen > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the function no longer asks for {0} of the steps that are kept of a run: run={1}",
          unseen,
          NO_ID.matcher(runId).replaceAll("?"));
    }
  }

  private CallResult call(FunctionBody body, CallRequest request, Replay replay) {
    try {
      Object value = body.run(request.context(), new ReplayedStep(replay, events));
      if (replay.isLeft() || replay.isSwallowed()) {
        return swallowed(replay);
      }
      return request.target().isPresent()
          ? replay.result() // the step that was asked for did not come
          : new CallResult.Returned(Kept.result(value));
    } catch (Throwable e) {
      return thrown(e, request, replay);
    }
  }

  // Whatever leaves a function behind its interruption is the interruption, wrapped or replaced.
  private static CallResult thrown(Throwable failure, CallRequest request, Replay replay) {
    if (replay.isSwallowed()) {
      return swallowed(replay);
    }
    if (replay.isLeft()) {
      return replay.result();
    }
    return new CallResult.Failed(
        ErrorReport.of(failure), Retry.of(failure, request.context().isLastAttempt()));
  }

  private static CallResult swallowed(Replay replay) {
    var failure =
        new NonRetriableException(
            "the function has caught the error that leaves it at a step, and gone on (%s). Catch Exception or StepException around steps, never Throwable or Error."
                .formatted(replay.place()));
    return new CallResult.Failed(ErrorReport.of(failure), new Retry.Never());
  }
}
