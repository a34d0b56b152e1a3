package dev.entente.server.matchings;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists that nobody else changes until the caller's transaction ends.
@Component
class HeldLists {
  // As a request for a ranking refers to the posting, it would be locked behind its ranking row.
  private static final String LOCK_POSTINGS =
      "SELECT id FROM job_posting WHERE id = ANY (:ids) ORDER BY id FOR KEY SHARE";

  private final JdbcClient client;
  private final RankingRows rankings;

  HeldLists(JdbcTemplate template) {
    client = JdbcClient.create(template);
    rankings = new RankingRows(template);
  }

  /// Locks the lists of postings, in order.
  void hold(List<String> postings) {
    client.sql(LOCK_POSTINGS).param("ids", postings.toArray(String[]::new)).query().listOfRows();
    rankings.lock(postings);
  }
}
