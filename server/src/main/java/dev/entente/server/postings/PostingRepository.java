package dev.entente.server.postings;

import dev.entente.documents.Document;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.vocabulary.Folding;
import dev.entente.server.intake.DocumentRows;
import dev.entente.server.intake.DocumentTable;
import dev.entente.server.intake.Outcome;
import dev.entente.server.terms.Term;
import dev.entente.server.terms.TermNumbers;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The table of job postings; nobody else writes it.
@Component
final class PostingRepository implements DocumentTable<PostingDocument> {
  private static final DocumentRows.Statements STATEMENTS =
      new DocumentRows.Statements(
          "SELECT id FROM job_posting WHERE id = ANY (:ids) ORDER BY id FOR UPDATE",
          """
          INSERT INTO job_posting AS old (id, document, active, company_id, title, title_folded, location,
              work_mode, contract_type, created_at, updated_at)
          VALUES (?, ?::json, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET document = excluded.document, active = excluded.active,
              company_id = excluded.company_id, title = excluded.title,
              title_folded = excluded.title_folded, location = excluded.location,
              work_mode = excluded.work_mode, contract_type = excluded.contract_type,
              revision = nextval('revision'), updated_at = greatest(excluded.updated_at, old.created_at)
          WHERE old.document::text <> excluded.document::text
          """,
          "SELECT document FROM job_posting WHERE id = :id",
          "DELETE FROM job_posting WHERE id = :id",
          "SELECT document FROM job_posting ORDER BY id");

  private static final String FILTERED =
      """
      FROM job_posting
      WHERE (:active::boolean IS NULL OR active = :active)
        AND (:companyId::text IS NULL OR company_id = :companyId)
        AND (:location::text IS NULL OR lower(location) = lower(:location))
        AND (:workMode::text IS NULL OR work_mode = :workMode)
        AND (:contractType::text IS NULL OR lower(contract_type) = lower(:contractType))
      """;

  private final DocumentRows<PostingDocument> rows;
  private final JdbcClient client;
  private final TransactionTemplate transactions;
  private final List<PostingListener> listeners;
  private final TermNumbers terms;

  PostingRepository(
      JdbcTemplate template,
      TransactionTemplate transactions,
      List<PostingListener> listeners,
      TermNumbers terms) {
    rows = new DocumentRows<>(template, STATEMENTS, PostingRepository::bind);
    client = JdbcClient.create(template);
    this.transactions = transactions;
    this.listeners = List.copyOf(listeners);
    this.terms = terms;
  }

  private static void bind(PreparedStatement row, Document<PostingDocument> document, Timestamp now)
      throws SQLException {
    row.setString(1, document.id());
    row.setString(2, document.text());
    row.setBoolean(3, document.content().posting().active());
    row.setString(4, document.text("companyId").orElseThrow());
    row.setString(5, document.content().posting().title());
    row.setString(6, Folding.of(document.content().posting().title()));
    row.setString(7, document.text("location").orElse(null));
    row.setString(8, document.text("workMode").orElse(null));
    row.setString(9, document.text("contractType").orElse(null));
    row.setTimestamp(10, now);
    row.setTimestamp(11, now);
  }

  @Override
  public Storing prepare(List<Document<PostingDocument>> documents, boolean dryRun) {
    if (!dryRun) {
      Set<Term> all = new HashSet<>();
      for (Document<PostingDocument> document : documents) {
        Term.forEach(JobPostingFacts.of(document.content().posting()), all::add);
      }
      // A posting is ranked under locks: its terms have their numbers by then.
      terms.of(all);
    }
    return now -> store(documents, now);
  }

  private List<Outcome> store(List<Document<PostingDocument>> documents, Instant now) {
    List<Outcome> outcomes = rows.store(documents, now);
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (outcomes.get(i) != Outcome.UNCHANGED) {
        changed.add(documents.get(i).id());
      }
    }
    if (!changed.isEmpty()) {
      listeners.forEach(listener -> listener.changed(changed));
    }
    return outcomes;
  }

  @Override
  public Optional<String> find(String id) {
    return rows.find(id);
  }

  @Override
  public boolean delete(String id) {
    return rows.delete(id);
  }

  @Override
  public void forEach(Consumer<String> taker) {
    transactions.executeWithoutResult(_ -> rows.forEach(taker));
  }

  /// How many postings pass the filters of a query.
  int count(PostingQuery query) {
    return filtered("SELECT count(*)\n" + FILTERED, query).query(Integer.class).single();
  }

  /// One page of a query, and one document more if there is a next page.
  List<String> page(PostingQuery query) {
    return filtered(
            "SELECT document\n"
                + FILTERED
                + "  AND (:after::text IS NULL OR id > :after) ORDER BY id LIMIT :limit + 1",
            query)
        .param("after", query.after())
        .param("limit", query.limit())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private JdbcClient.StatementSpec filtered(String sql, PostingQuery query) {
    return client
        .sql(sql)
        .param("active", query.active())
        .param("companyId", query.companyId())
        .param("location", query.location())
        .param("workMode", query.workMode() == null ? null : query.workMode().name())
        .param("contractType", query.contractType());
  }
}
