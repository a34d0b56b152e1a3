package dev.entente.server.matchings;

import dev.entente.server.postings.PostingListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Job postings whose list waits to be computed again. A request lasts until a list is written that
/// knows of its cause, whatever dies in between.
@Component
public class RankingRequests implements PostingListener {
  private static final String REQUEST =
      """
      INSERT INTO ranking_request (job_posting_id)
      SELECT id FROM unnest(:ids::text[]) AS id ORDER BY id
      ON CONFLICT (job_posting_id) DO UPDATE SET position = nextval('position')
      """;
  private static final String NEXT =
      """
      SELECT job_posting_id FROM ranking_request
      JOIN job_posting ON job_posting.id = job_posting_id AND active
      ORDER BY position LIMIT :limit
      """;

  private final JdbcClient client;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  RankingRequests(JdbcClient client) {
    this.client = client;
  }

  /// Requests that postings be ranked, in the caller's transaction.
  void add(List<String> postingIds) {
    if (postingIds.isEmpty()) {
      return;
    }
    client.sql(REQUEST).param("ids", postingIds.toArray(String[]::new)).update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            listeners.forEach(Runnable::run);
          }
        });
  }

  @Override
  public void changed(List<String> ids) {
    add(ids);
  }

  /// Active postings that wait, those that have waited longest first.
  public List<String> next(int limit) {
    return client.sql(NEXT).param("limit", limit).query((row, _) -> row.getString(1)).list();
  }

  /// Calls back after each commit of a request of this process; the callback returns at once.
  public void whenAdded(Runnable listener) {
    listeners.add(listener);
  }
}
