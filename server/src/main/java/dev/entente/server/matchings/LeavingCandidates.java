package dev.entente.server.matchings;

import dev.entente.server.candidates.CandidateListener;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes candidates out of the lists who opt out or are erased.
@Component
class LeavingCandidates implements CandidateListener {
  private final MatchingRows rows;
  private final HeldLists lists;
  private final StatusHistory history;
  private final RankingRequests requests;
  private final ListLock lock;
  private final InstantSource clock;

  LeavingCandidates(
      JdbcClient client,
      HeldLists lists,
      StatusHistory history,
      RankingRequests requests,
      ListLock lock,
      InstantSource clock) {
    this.lists = lists;
    this.history = history;
    this.requests = requests;
    this.lock = lock;
    this.clock = clock;
    rows = new MatchingRows(client);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdrawn(List<String> candidateIds) {
    lock.toWeigh();
    List<String> postings = rows.postingsOf(candidateIds);
    lists.hold(postings);
    rows.withdraw(candidateIds, clock.instant());
    requests.add(postings);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erased(List<String> candidateIds) {
    rows.erase(candidateIds);
    history.erase(candidateIds);
  }
}
