package dev.entente.server.generation;

import dev.entente.server.matchings.RankingRequests;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ranks, in the background and together, the job postings that were changed, have a free place or
/// are moved by a changed candidate.
@Component
class RequestedRankings {
  private static final Logger LOG = LoggerFactory.getLogger(RequestedRankings.class);
  private static final int TOGETHER = 100;
  private static final int FEW = 10;

  private final RankingRequests requests;
  private final Rankings rankings;
  private final PatientWriter writer;
  private final Awakened worker = new Awakened("requested-rankings", this::rankWaiting);

  RequestedRankings(RankingRequests requests, Rankings rankings, PatientWriter writer) {
    this.requests = requests;
    this.rankings = rankings;
    this.writer = writer;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    requests.whenAdded(worker::wake);
    worker.begin();
  }

  /// Ranks some of those that wait; true if more may wait.
  private boolean rankWaiting() {
    List<String> waiting = requests.next(TOGETHER);
    if (waiting.isEmpty()) {
      return false;
    }
    Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
    write(waiting, failures);
    failures.forEach(
        (posting, e) ->
            LOG.warn("posting keeps its rows: posting={}: {}", posting, FailureReason.of(e)));
    if (!failures.isEmpty()) {
      // They are tried again later, and stand in nobody's way until then.
      requests.postpone(List.copyOf(failures.keySet()));
    }
    return failures.size() < waiting.size();
  }

  /// Writes many lists in two halves, so that one is ranked while the database writes the other.
  private void write(List<String> waiting, Map<String, RuntimeException> failures) {
    if (waiting.size() <= FEW) {
      writeTogether(waiting, failures);
      return;
    }
    int half = waiting.size() / 2;
    CompletableFuture<Void> firstHalf =
        CompletableFuture.runAsync(
            () -> writeTogether(waiting.subList(0, half), failures), Thread::startVirtualThread);
    try {
      writeTogether(waiting.subList(half, waiting.size()), failures);
    } finally {
      firstHalf.join();
    }
  }

  private void writeTogether(List<String> postings, Map<String, RuntimeException> failures) {
    writer.write(postings, rankings.betweenRuns(failures::put), failures::put);
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
