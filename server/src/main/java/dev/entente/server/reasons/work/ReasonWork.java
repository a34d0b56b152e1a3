package dev.entente.server.reasons.work;

import dev.entente.server.background.FailureReason;
import dev.entente.server.reasons.spending.SpendingSettings;
import dev.entente.server.reasons.work.ReasonRequests.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works on requests for a short while, several side by side: a step of the durable function. What
/// was done by then is stored, whatever becomes of the step.
@Component
class ReasonWork {
  private static final Logger LOG = LoggerFactory.getLogger(ReasonWork.class);
  private static final String DEFECT = "DEFECT";
  private static final Duration STEP = Duration.ofSeconds(20);

  // How long a run may do nothing visible: a call, the next step, an engine that is busy.
  private static final Duration SILENCE = Duration.ofMinutes(3);

  private final ReasonRequests requests;
  private final PostingReasons postings;
  private final Turn turn;
  private final WritingModel writing;
  private final SpendingSettings settings;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  ReasonWork(
      ReasonRequests requests,
      PostingReasons postings,
      Turn turn,
      WritingModel writing,
      SpendingSettings settings,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.requests = requests;
    this.postings = postings;
    this.turn = turn;
    this.writing = writing;
    this.settings = settings;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /// What a step did.
  ///
  /// @param postings that are done with
  /// @param written reasons by a model
  /// @param waitSeconds before it is worth going on; 0 for at once
  /// @param isOver whether nothing is left, or nothing can be done for long
  record Done(int postings, int written, long waitSeconds, boolean isOver) {}

  /// Works on some requests.
  ///
  /// @param most postings, at least 1
  Done explain(int most) throws InterruptedException {
    turn.hold(clock.instant().plus(STEP).plus(SILENCE));
    List<Request> next = writing.model().isPresent() ? requests.next(most) : List.of();
    if (next.isEmpty()) {
      turn.hold(clock.instant());
      return new Done(0, 0, 0, true);
    }
    var shift = new Shift(next);
    shift.run();
    return shift.done();
  }

  /// The work of one step.
  private final class Shift {
    private final Queue<Request> waiting;
    private final long end = nanoTime.getAsLong() + STEP.toNanos();
    private final AtomicInteger postingsDone = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicReference<PostingReasons.@Nullable Halt> halt = new AtomicReference<>();

    private Shift(List<Request> next) {
      waiting = new ConcurrentLinkedQueue<>(next);
    }

    private void run() throws InterruptedException {
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      try {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < Math.min(settings.concurrency(), waiting.size()); i++) {
          all.add(threads.submit(this::work));
        }
        for (Future<?> one : all) {
          one.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(FailureReason.of(e), e);
      } finally {
        threads.shutdownNow(); // whoever waits for the model is interrupted
        threads.close();
      }
    }

    private boolean isGoingOn() {
      return halt.get() == null && nanoTime.getAsLong() - end < 0;
    }

    private void work() {
      while (isGoingOn()) {
        Request request = waiting.poll();
        if (request == null) {
          return;
        }
        PostingReasons.Outcome outcome = explain(request);
        written.addAndGet(outcome.written());
        if (outcome.isDone()) {
          postingsDone.incrementAndGet();
        }
        outcome.halt().ifPresent(one -> halt.compareAndSet(null, one));
      }
    }

    // One that fails for whatever reason must not keep the others waiting.
    private PostingReasons.Outcome explain(Request request) {
      try {
        return postings.explain(request.postingId(), this::isGoingOn);
      } catch (RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.warn("no reasons: posting={}: {}", request.postingId(), FailureReason.of(e));
        return postings.failed(request, DEFECT, request.atOnce());
      }
    }

    private Done done() {
      PostingReasons.Halt stop = halt.get();
      if (stop == null) {
        return new Done(postingsDone.get(), written.get(), 0, false);
      }
      LOG.info("reasons wait: cause={} until={}", stop.cause(), stop.until());
      Duration delay = Duration.between(clock.instant(), stop.until());
      boolean isLong = delay.compareTo(PostingReasons.WORTH_WAITING) > 0;
      turn.hold(isLong ? stop.until() : stop.until().plus(SILENCE));
      return new Done(
          postingsDone.get(), written.get(), Math.max(1, delay.toSeconds() + 1), isLong);
    }
  }
}
