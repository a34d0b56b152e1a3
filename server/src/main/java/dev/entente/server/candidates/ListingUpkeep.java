package dev.entente.server.candidates;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Lists candidates who were stored by a version that did not, before anything is answered.
@Component
class ListingUpkeep implements SmartInitializingSingleton {
  private static final int BATCH = 1_000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OUTDATED =
      """
      SELECT id FROM candidate
      WHERE NOT EXISTS (
        SELECT FROM candidate_listing WHERE candidate_id = id AND version = :version)
      ORDER BY id
      """;
  private static final String DOCUMENTS =
      "SELECT id, document FROM candidate WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE";

  private final JdbcClient client;
  private final TransactionTemplate transactions;
  private final ListingRows rows;

  ListingUpkeep(JdbcTemplate template, TransactionTemplate transactions) {
    client = JdbcClient.create(template);
    this.transactions = transactions;
    rows = new ListingRows(template);
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> due =
        client
            .sql(OUTDATED)
            .param("version", ListingRows.VERSION)
            .query((row, _) -> row.getString(1))
            .list();
    for (int from = 0; from < due.size(); from += BATCH) {
      List<String> batch = due.subList(from, Math.min(due.size(), from + BATCH));
      transactions.executeWithoutResult(_ -> list(batch));
    }
  }

  private void list(List<String> ids) {
    rows.store(
        client
            .sql(DOCUMENTS)
            .param("ids", ids.toArray(String[]::new))
            .query(
                (row, _) ->
                    Listing.of(row.getString("id"), JSON.readTree(row.getString("document"))))
            .list());
  }
}
