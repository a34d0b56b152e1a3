package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import dev.entente.documents.StatusChange;
import dev.entente.server.candidates.CandidateListener;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What people decide about matchings, and what becomes of the places that fall free.
@Component
class StatusMoves implements CandidateListener {
  // As a request for a ranking refers to the posting, it would be locked behind its ranking row.
  private static final String LOCK_POSTINGS =
      "SELECT id FROM job_posting WHERE id = ANY (:ids) ORDER BY id FOR KEY SHARE";

  private final JdbcClient client;
  private final MatchingRepository repository;
  private final MatchingRows rows;
  private final RankingRows rankings;
  private final RankingRequests requests;
  private final ListLock lock;
  private final InstantSource clock;

  StatusMoves(
      MatchingRepository repository,
      JdbcTemplate template,
      RankingRequests requests,
      ListLock lock,
      InstantSource clock) {
    this.repository = repository;
    client = JdbcClient.create(template);
    rows = new MatchingRows(client);
    rankings = new RankingRows(template);
    this.lock = lock;
    this.requests = requests;
    this.clock = clock;
  }

  /// Moves the status of a matching. A rejected one gives its place to the next at once; one that
  /// is rejected no more waits for the posting to be ranked again.
  ///
  /// @throws ApiProblem if there is no such matching, or it would be pending without a rank
  @Transactional
  void move(String id, StatusChange change) {
    MatchingRow seen = find(id);
    lockLists(List.of(seen.postingId()));
    MatchingRow row = find(id);
    MatchingStatus before = row.status();
    if (change.status() == MatchingStatus.PENDING && row.rank() == null) {
      throw ApiProblem.of(ProblemType.PENDING_WITHOUT_RANK, id);
    }
    if (change.status() == MatchingStatus.REJECTED) {
      rows.reject(id, change, clock.instant());
    } else {
      rows.move(id, change, clock.instant());
    }
    if ((before == MatchingStatus.REJECTED) != (change.status() == MatchingStatus.REJECTED)) {
      requests.add(List.of(row.postingId()));
    }
  }

  private void lockLists(List<String> postings) {
    client.sql(LOCK_POSTINGS).param("ids", postings.toArray(String[]::new)).query().listOfRows();
    rankings.lock(postings);
  }

  private MatchingRow find(String id) {
    return repository.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdrawn(List<String> candidateIds) {
    lock.toWeigh();
    List<String> postings = rows.postingsOf(candidateIds);
    lockLists(postings);
    rows.withdraw(candidateIds, clock.instant());
    requests.add(postings);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erased(List<String> candidateIds) {
    rows.erase(candidateIds);
  }
}
