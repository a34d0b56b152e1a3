package dev.entente.server.reasons.work;

import dev.entente.server.matchings.MatchingReasons;
import dev.entente.server.matchings.MatchingReasons.Awaited;
import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Spending;
import dev.entente.server.reasons.work.ReasonRequests.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Has a model write the reasons of one list.
@Component
class PostingReasons {
  /// Who has to wait longer lets the run end; another one goes on then.
  static final Duration WORTH_WAITING = Duration.ofMinutes(10);

  // So often calls for one posting may fail before it keeps its templates until it is ranked again.
  private static final int MOST_FAILURES = 8;
  private static final List<Cause> OF_THE_RUN =
      List.of(Cause.TOKENS_PER_RUN, Cause.COST_PER_RUN, Cause.STOPPED);

  private final ReasonRequests requests;
  private final MatchingReasons reasons;
  private final StoppedRuns stopped;
  private final ModelCalls calls;
  private final Spending spending;

  PostingReasons(
      ReasonRequests requests,
      MatchingReasons reasons,
      StoppedRuns stopped,
      ModelCalls calls,
      Spending spending) {
    this.requests = requests;
    this.reasons = reasons;
    this.stopped = stopped;
    this.calls = calls;
    this.spending = spending;
  }

  /// Why nobody can go on for now.
  record Halt(Cause cause, Instant until) {}

  /// What became of a request.
  ///
  /// @param written reasons that are stored
  /// @param isDone whether nothing is left of it
  record Outcome(int written, boolean isDone, Optional<Halt> halt) {
    private static Outcome done(int written) {
      return new Outcome(written, true, Optional.empty());
    }

    private static Outcome notDone(int written) {
      return new Outcome(written, false, Optional.empty());
    }
  }

  /// Works on the request of a posting until it is done, or somebody says that it is time to stop.
  Outcome explain(String postingId, BooleanSupplier isGoingOn) {
    int written = 0;
    while (isGoingOn.getAsBoolean()) {
      Optional<Request> found = requests.find(postingId);
      if (found.isEmpty()) {
        return Outcome.done(written);
      }
      Request request = found.get();
      Optional<Awaited> awaited = reasons.awaited(request.postingId());
      if (awaited.isEmpty()) {
        requests.answered(request);
        return Outcome.done(written);
      }
      if (request.run().filter(stopped::contains).isPresent()) {
        return leave(request, Cause.STOPPED.name(), written);
      }
      try {
        written += calls.write(awaited.get(), request, isGoingOn);
      } catch (TooMuchException e) {
        requests.putOff(request, e.asked() / 2);
        return Outcome.notDone(written);
      } catch (HaltedException e) {
        return halted(request, e, written);
      }
    }
    return Outcome.notDone(written);
  }

  /// Counts a failure that is nobody's fault but the request's own.
  ///
  /// @param cause why its rows keep their templates, if it failed too often
  /// @param atOnce about how many matchings are asked at once then, at least 1
  Outcome failed(Request request, String cause, int atOnce) {
    if (request.failures() >= MOST_FAILURES) {
      return leave(request, cause, 0);
    }
    requests.putOff(request, atOnce);
    return Outcome.notDone(0);
  }

  private Outcome halted(Request request, HaltedException halted, int written) {
    if (halted.until().isEmpty() || OF_THE_RUN.contains(halted.cause())) {
      return leave(request, halted.cause().name(), written);
    }
    int fewer = Math.max(1, halted.asked() / 2);
    boolean isDone = halted.asked() > 0 && failed(request, halted.cause().name(), fewer).isDone();
    return new Outcome(
        written, isDone, halted.until().map(until -> new Halt(halted.cause(), until)));
  }

  // The rows go on waiting for a model: when their list is ranked again it is asked for them anew.
  private Outcome leave(Request request, String cause, int written) {
    spending.fallback(request.run(), cause, reasons.countAwaited(request.postingId()));
    requests.answered(request);
    return Outcome.done(written);
  }
}
