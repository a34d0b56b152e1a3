package dev.entente.durable.behaviour;

import dev.entente.durable.call.Call;
import dev.entente.durable.call.Caller;
import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.StepKind;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run without an engine: no time passes, no event comes, and whatever is invoked gives 42. Of
/// one thread.
final class Walk {
  private static final int LONGEST = 100;
  private static final int MOST_CALLS = 50;
  private static final Json INVOKED = Json.of(42);

  private final Caller caller;
  private final FunctionDefinition function;
  private final Event event;
  private final List<KeptStep> kept = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private int calls;

  Walk(Caller caller, FunctionDefinition function, Event event) {
    this.caller = caller;
    this.function = function;
    this.event = event;
  }

  /// What is reported, one line each, and how the run ends.
  List<String> trace() {
    for (int attempt = 0; attempt >= 0; ) {
      attempt = next(attempt, call(attempt, Optional.empty()));
    }
    return trace;
  }

  private CallResult call(int attempt, Optional<String> target) {
    if (++calls > MOST_CALLS) {
      throw new AssertionError("the run has no end: " + trace);
    }
    var context =
        new RunContext(
            "01JQDAE4RQF8MBCR55T5AK4KXR", attempt, function.retries() + 1, List.of(event));
    return caller.call(new Call(function, context, kept, target)).result();
  }

  /// @return the next attempt, or -1 if the run has ended
  private int next(int attempt, CallResult result) {
    return switch (result) {
      case CallResult.Returned(var value) -> end("returned " + cut(value));
      case CallResult.Failed(var error, var retry) -> {
        trace.add("failed %s %s".formatted(error.message(), retry));
        yield retry.isWanted() ? attempt + 1 : -1;
      }
      case CallResult.StepMissing missing -> end(missing.toString());
      case CallResult.Reported(var operations) -> {
        int following = 0;
        for (Operation operation : operations) {
          following = Math.max(following, step(attempt, operation));
        }
        yield following;
      }
    };
  }

  private int end(String line) {
    trace.add(line);
    return -1;
  }

  private static String cut(Object value) {
    String text = value.toString();
    return text.length() > LONGEST ? text.length() + " characters" : text;
  }

  private int step(int attempt, Operation operation) {
    String id = operation.step().id();
    return switch (operation) {
      case Operation.StepRun run ->
          keep(operation, StepKind.RUN, run.result(), id + " = " + cut(ids(run.result())));
      case Operation.StepError failed -> {
        trace.add("%s failed %s %s".formatted(id, failed.error().message(), failed.retry()));
        if (failed.retry() instanceof Retry.Never) {
          kept.add(
              new KeptStep(operation.step().hash(), StepKind.RUN, new Memo.Failed(failed.error())));
          yield 0;
        }
        yield attempt + 1;
      }
      case Operation.StepPlanned _ -> {
        trace.add(id + " planned");
        next(0, call(0, Optional.of(operation.step().hash())));
        yield 0;
      }
      case Operation.Sleep _, Operation.SleepUntil _ ->
          keep(operation, StepKind.SLEEP, Json.NULL, operation.toString());
      case Operation.WaitForEvent _ ->
          keep(operation, StepKind.EVENT_WAIT, Json.NULL, operation.toString());
      case Operation.InvokeFunction _ ->
          keep(operation, StepKind.INVOCATION, INVOKED, operation.toString());
    };
  }

  // The official SDK wraps the ids of what it has sent.
  private static Json ids(Json result) {
    return result.find("ids").orElse(result);
  }

  private int keep(Operation operation, StepKind kind, Json result, String line) {
    trace.add(line);
    kept.add(new KeptStep(operation.step().hash(), kind, new Memo.Done(result)));
    return 0;
  }
}
