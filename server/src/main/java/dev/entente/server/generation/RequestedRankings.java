package dev.entente.server.generation;

import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.RankedPosting;
import dev.entente.server.matchings.RankingRequests;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ranks, in the background and together, the job postings that were changed or have a free place.
@Component
class RequestedRankings {
  /* A request of this process wakes the worker a moment later, so that those which come together are
   * ranked together. Requests that another process left when it died are found by looking now and
   * then. */
  private static final Logger LOG = LoggerFactory.getLogger(RequestedRankings.class);
  private static final int TOGETHER = 250;
  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

  private final RankingRequests requests;
  private final Rankings rankings;
  private final PatientWriter writer;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("requested-rankings").factory());
  private final AtomicBoolean isAwake = new AtomicBoolean();

  RequestedRankings(RankingRequests requests, Rankings rankings, PatientWriter writer) {
    this.requests = requests;
    this.rankings = rankings;
    this.writer = writer;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    requests.whenAdded(this::wake);
    long pause = NOW_AND_THEN.toMillis();
    var _ = worker.scheduleWithFixedDelay(this::rankWaiting, 0, pause, TimeUnit.MILLISECONDS);
  }

  private void wake() {
    if (!worker.isShutdown() && isAwake.compareAndSet(false, true)) {
      var _ = worker.schedule(this::rankWaiting, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void rankWaiting() {
    isAwake.set(false);
    try {
      List<String> waiting = requests.next(TOGETHER);
      while (!waiting.isEmpty() && !worker.isShutdown()) {
        boolean moved = rank(waiting);
        waiting = moved ? requests.next(TOGETHER) : List.of();
      }
    } catch (RuntimeException e) {
      LOG.warn("requested rankings wait: {}", FailureReason.of(e));
    }
  }

  /// Ranks and writes postings; false if nothing came of it, so that trying at once would not help.
  private boolean rank(List<String> postingIds) {
    RankingPass pass = rankings.rank(postingIds, MatchingWriter.PLACES + MatchingWriter.RESERVE);
    pass.failures().stream()
        .filter(failure -> failure.jobPostingId() != null)
        .forEach(
            f -> LOG.warn("posting keeps its rows: posting={}: {}", f.jobPostingId(), f.reason()));
    boolean moved = false;
    for (RankedPosting ranked : pass.ranked()) {
      if (worker.isShutdown()) {
        return false;
      }
      moved |= writer.write(ranked) instanceof MatchingWriter.Written.Stands;
    }
    return moved;
  }

  @PreDestroy
  void end() {
    worker.shutdown();
  }
}
