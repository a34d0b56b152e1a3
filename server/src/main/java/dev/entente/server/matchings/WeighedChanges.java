package dev.entente.server.matchings;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Until where changes of candidates were weighed against all lists, and the lists that they move.
@Component
public class WeighedChanges {
  private static final String SNAPSHOT = "SELECT snapshot::text FROM weighed_changes";
  private static final String ADVANCE =
      "UPDATE weighed_changes SET snapshot = :snapshot::pg_snapshot";
  private static final String ALL =
      """
      INSERT INTO ranking_request (job_posting_id)
      SELECT id FROM job_posting WHERE active ORDER BY id
      ON CONFLICT (job_posting_id) DO UPDATE SET position = nextval('position')
      """;

  private final JdbcClient client;
  private final MatchingRows rows;
  private final RankingRows rankings;
  private final RankingRequests requests;
  private final ListLock lock;

  WeighedChanges(JdbcTemplate template, RankingRequests requests, ListLock lock) {
    client = JdbcClient.create(template);
    rows = new MatchingRows(client);
    rankings = new RankingRows(template);
    this.requests = requests;
    this.lock = lock;
  }

  /// Which changes were weighed: all that this snapshot shows.
  public String snapshot() {
    return client.sql(SNAPSHOT).query(String.class).single();
  }

  /// The same, in a transaction of the caller's in which nobody else weighs or writes a list.
  public String lock() {
    lock.toWeigh();
    return snapshot();
  }

  /// Asks for all lists that some candidates are on or would enter.
  ///
  /// @param totals the best of these candidates' totals by posting
  public void move(List<String> candidateIds, Map<String, Long> totals) {
    var moved = new TreeSet<>(rows.postingsOf(candidateIds));
    moved.addAll(rankings.movedBy(totals));
    requests.add(List.copyOf(moved));
  }

  /// Asks for all lists.
  public void moveAll() {
    client.sql(ALL).update();
    requests.tellAfterCommit();
  }

  /// Says that all changes up to a snapshot were weighed.
  public void advance(String snapshot) {
    client.sql(ADVANCE).param("snapshot", snapshot).update();
  }
}
