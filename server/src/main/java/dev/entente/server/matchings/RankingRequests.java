package dev.entente.server.matchings;

import dev.entente.server.postings.PostingListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.RowCallbackHandler;
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
      SELECT id FROM job_posting WHERE %s ORDER BY id FOR KEY SHARE
      ON CONFLICT (job_posting_id) DO UPDATE SET position = nextval('position')
      """;
  private static final String ADD = REQUEST.formatted("id = ANY (:ids)");
  private static final String ADD_ALL = REQUEST.formatted("active");

  // The planner cannot know that few wait and would read all postings: LIMIT has it look each up.
  private static final String NEXT =
      """
      SELECT job_posting_id, position FROM ranking_request
      CROSS JOIN LATERAL (
        SELECT FROM job_posting WHERE job_posting.id = job_posting_id AND active LIMIT 1) AS posting
      ORDER BY position LIMIT :limit
      """;

  private static final String ANSWERED =
      """
      DELETE FROM ranking_request WHERE job_posting_id IN (
        SELECT job_posting_id FROM ranking_request
        JOIN unnest(:ids::text[], :positions::bigint[]) AS asked (id, at)
          ON job_posting_id = asked.id AND position = asked.at
        ORDER BY job_posting_id FOR UPDATE OF ranking_request)
      """;

  private final JdbcClient client;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  RankingRequests(JdbcClient client) {
    this.client = client;
  }

  /// Requests that postings be ranked, in the caller's transaction.
  public void add(List<String> postingIds) {
    if (postingIds.isEmpty()) {
      return;
    }
    client.sql(ADD).param("ids", postingIds.toArray(String[]::new)).update();
    tellAfterCommit();
  }

  /// Requests that all active postings be ranked, in the caller's transaction.
  public void addAll() {
    client.sql(ADD_ALL).update();
    tellAfterCommit();
  }

  private void tellAfterCommit() {
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

  /// Active postings that wait, those that have waited longest first: the position of each request.
  public Map<String, Long> next(int limit) {
    Map<String, Long> positions = new LinkedHashMap<>();
    client
        .sql(NEXT)
        .param("limit", limit)
        .query((RowCallbackHandler) row -> positions.put(row.getString(1), row.getLong(2)));
    return positions;
  }

  /// Deletes requests, but those that were repeated meanwhile.
  public void answered(Map<String, Long> asked) {
    if (asked.isEmpty()) {
      return;
    }
    client
        .sql(ANSWERED)
        .param("ids", asked.keySet().toArray(String[]::new))
        .param("positions", asked.values().toArray(Long[]::new))
        .update();
  }

  /// Calls back after each commit of a request of this process; the callback returns at once.
  public void whenAdded(Runnable listener) {
    listeners.add(listener);
  }
}
