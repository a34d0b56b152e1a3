package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Until where changes of candidates were weighed against all lists, and the lists that they move.
@Component
public class WeighedChanges {
  private static final String SNAPSHOT = "SELECT snapshot::text FROM weighed_changes";
  private static final String ADVANCE =
      "UPDATE weighed_changes SET snapshot = :snapshot::pg_snapshot";

  // Numbers of transactions mean nothing on another server, as after a dump was restored there.
  private static final String ADOPT =
      """
      UPDATE weighed_changes SET snapshot = pg_current_snapshot(), server = system_identifier
      FROM pg_control_system() WHERE server IS DISTINCT FROM system_identifier
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

  /// Begins anew if the database lies on another server than when it was used last: all lists are
  /// asked for.
  ///
  /// @return whether it does
  @Transactional
  public boolean adopt() {
    lock.toWeigh();
    boolean isElsewhere = client.sql(ADOPT).update() > 0;
    if (isElsewhere) {
      requests.addAll();
    }
    return isElsewhere;
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
  /// @param conditions of the totals
  public void move(List<String> candidateIds, Map<String, Long> totals, RunConditions conditions) {
    var moved = new TreeSet<>(rows.postingsOf(candidateIds));
    moved.addAll(rankings.movedBy(totals, conditions));
    requests.add(List.copyOf(moved));
  }

  /// Says that all changes up to a snapshot were weighed.
  public void advance(String snapshot) {
    client.sql(ADVANCE).param("snapshot", snapshot).update();
  }
}
