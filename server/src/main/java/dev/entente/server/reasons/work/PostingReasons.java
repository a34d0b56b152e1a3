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

  // So often a model may be out of reach for one posting before it keeps its templates.
  private static final int MOST_FAILURES = 8;
  private static final List<Cause> OUT_OF_REACH = List.of(Cause.UNAVAILABLE, Cause.REFUSED);

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
  record Outcome(int written, boolean isDone, Optional<Halt> halt) {}

  /// Works on a request until it is done, or somebody says that it is time to stop.
  Outcome explain(Request request, BooleanSupplier isGoingOn) {
    spending.kept(request.run(), reasons.reuse(request.postingId()));
    int written = 0;
    while (isGoingOn.getAsBoolean()) {
      Optional<Awaited> awaited = reasons.awaited(request.postingId());
      if (awaited.isEmpty()) {
        requests.answered(request);
        return new Outcome(written, true, Optional.empty());
      }
      if (request.run().filter(stopped::contains).isPresent()) {
        return givenUp(request, Cause.STOPPED.name(), written);
      }
      try {
        written += calls.write(awaited.get(), request.run(), isGoingOn);
      } catch (Halted e) {
        return halted(request, e, written);
      }
    }
    return new Outcome(written, false, Optional.empty());
  }

  private Outcome halted(Request request, Halted halted, int written) {
    boolean isOutOfReach = OUT_OF_REACH.contains(halted.cause());
    if (halted.until().isEmpty()
        || isOfTheRun(halted.cause())
        || (isOutOfReach && request.failures() >= MOST_FAILURES)) {
      return givenUp(request, halted.cause().name(), written);
    }
    if (isOutOfReach) {
      requests.putOff(request);
    }
    return new Outcome(
        written, false, halted.until().map(until -> new Halt(halted.cause(), until)));
  }

  private static boolean isOfTheRun(Cause cause) {
    return List.of(Cause.TOKENS_PER_RUN, Cause.COST_PER_RUN, Cause.STOPPED).contains(cause);
  }

  private Outcome givenUp(Request request, String cause, int written) {
    spending.fallback(request.run(), cause, reasons.giveUpAll(request.postingId()));
    requests.answered(request);
    return new Outcome(written, true, Optional.empty());
  }
}
