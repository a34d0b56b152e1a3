package dev.entente.server.live;

import dev.entente.server.background.Awakened;
import dev.entente.server.background.FailureReason;
import dev.entente.server.background.LackOfRoom;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.RankingRequests;
import dev.entente.server.rankings.PatientWriter;
import dev.entente.server.rankings.Rankings;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    Map<String, Long> waiting = requests.next(TOGETHER);
    if (waiting.isEmpty()) {
      return false;
    }
    Map<String, RuntimeException> failures =
        new HashMap<>(write(List.copyOf(waiting.keySet())).failures());
    failures.forEach(
        (posting, e) ->
            LOG.warn("posting keeps its rows: posting={}: {}", posting, FailureReason.of(e)));
    // They would fail again; what changes them, or who is on their lists, asks for them anew. What
    // lacks only room waits for it.
    failures.values().removeIf(LackOfRoom::is);
    waiting.keySet().retainAll(failures.keySet());
    requests.answered(waiting);
    return true;
  }

  /// Writes many lists in two halves, so that one is ranked while the database writes the other.
  private MatchingWriter.Written write(List<String> postings) {
    if (postings.size() <= FEW) {
      return writer.write(postings, rankings.requested());
    }
    int half = postings.size() / 2;
    CompletableFuture<MatchingWriter.Written> first =
        CompletableFuture.supplyAsync(
            () -> writer.write(postings.subList(0, half), rankings.requested()),
            Thread::startVirtualThread);
    try {
      List<String> others = postings.subList(half, postings.size());
      return writer.write(others, rankings.requested()).plus(first.join());
    } finally {
      first.handle((_, _) -> true).join();
    }
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
