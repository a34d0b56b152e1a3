package dev.entente.durable.engine;

import dev.entente.durable.call.Call;
import dev.entente.durable.call.CallOutcome;
import dev.entente.durable.jdbc.DatabaseException;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.function.RunContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Calls functions, and says when what has failed is called again. Shared by threads.
final class Calling {
  private final Recorder recorder;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final BooleanSupplier stopping;

  /// @param random shared by threads
  /// @param stopping whether the instance is being stopped
  Calling(Recorder recorder, Backoff backoff, RandomGenerator random, BooleanSupplier stopping) {
    this.recorder = recorder;
    this.backoff = backoff;
    this.random = random;
    this.stopping = stopping;
  }

  /// Calls a function.
  ///
  /// @param target the hash of the step that is to be run; empty to find out what comes next
  CallOutcome call(Engaged engaged, RunContext context, Optional<String> target) {
    var call = new Call(engaged.function().definition(), context, engaged.kept(), target);
    return recorder.during(
        context.runId(), context.attempt(), target.isPresent(), () -> call(engaged, call));
  }

  // An interrupt that the code has left would break off the keeping of its result.
  private static CallOutcome call(Engaged engaged, Call call) {
    try {
      return engaged.function().caller().call(call);
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      Thread.interrupted();
    }
  }

  // An attempt that has failed outside of all steps.
  private static CallOutcome failed(RuntimeException e) {
    return new CallOutcome(new CallResult.Failed(ErrorReport.of(e), new Retry.Usual()), List.of());
  }

  /// Keeps what came of a call or, if the database does not take it, that the call has failed: what
  /// cannot be kept is the function's fault.
  static <T> T keep(CallOutcome outcome, Function<CallOutcome, T> keeping) {
    try {
      return keeping.apply(outcome);
    } catch (DatabaseException e) {
      if (!e.isRefusal()) {
        throw e;
      }
      return keeping.apply(failed(e));
    }
  }

  boolean isStopping() {
    return stopping.getAsBoolean();
  }

  /// Tells whether something has failed because this instance is being stopped: that counts as no
  /// attempt.
  boolean isCutOff(CallResult result) {
    return isStopping()
        && switch (result) {
          case CallResult.Failed _ -> true;
          case CallResult.Reported(List<Operation> operations) ->
              operations.getFirst() instanceof Operation.StepError;
          default -> false;
        };
  }

  /// When the next attempt begins.
  Instant next(Retry retry, int attempt, Instant now) {
    return backoff.next(retry, attempt, now, random);
  }
}
