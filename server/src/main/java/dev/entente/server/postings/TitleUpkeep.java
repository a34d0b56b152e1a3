package dev.entente.server.postings;

import dev.entente.matching.vocabulary.Folding;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Folds the titles of postings that were stored by a version that did not, before anything is
/// answered.
@Component
class TitleUpkeep implements SmartInitializingSingleton {
  private static final int BATCH = 1_000;
  private static final String DUE =
      """
      SELECT id, title FROM job_posting WHERE title_folded IS NULL
      ORDER BY id LIMIT :batch FOR NO KEY UPDATE
      """;
  private static final String FOLD =
      """
      UPDATE job_posting SET title_folded = folded.title
      FROM unnest(:ids::text[], :titles::text[]) AS folded (id, title)
      WHERE job_posting.id = folded.id
      """;

  private record Row(String id, String title) {}

  private final JdbcClient client;
  private final TransactionTemplate transactions;

  TitleUpkeep(JdbcClient client, TransactionTemplate transactions) {
    this.client = client;
    this.transactions = transactions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    boolean isLeft = true;
    while (isLeft) {
      isLeft = Boolean.TRUE.equals(transactions.execute(_ -> foldSome()));
    }
  }

  private boolean foldSome() {
    List<Row> due =
        client
            .sql(DUE)
            .param("batch", BATCH)
            .query((row, _) -> new Row(row.getString("id"), row.getString("title")))
            .list();
    client
        .sql(FOLD)
        .param("ids", due.stream().map(Row::id).toArray(String[]::new))
        .param("titles", due.stream().map(row -> Folding.of(row.title())).toArray(String[]::new))
        .update();
    return due.size() == BATCH;
  }
}
