package dev.entente.server.candidates;

import dev.entente.documents.Document;
import dev.entente.matching.profile.Candidate;
import dev.entente.server.intake.DocumentRows;
import dev.entente.server.intake.DocumentTable;
import dev.entente.server.intake.Outcome;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// The table of candidates; nobody else writes it.
@Component
final class CandidateRepository implements DocumentTable<Candidate> {
  private static final DocumentRows.Statements STATEMENTS =
      new DocumentRows.Statements(
          "SELECT id FROM candidate WHERE id = ANY (:ids) ORDER BY id FOR UPDATE",
          """
          INSERT INTO candidate AS old (id, document, opted_out, location, work_modes, languages,
              created_at, updated_at)
          VALUES (?, ?::json, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET document = excluded.document, opted_out = excluded.opted_out,
              location = excluded.location, work_modes = excluded.work_modes,
              languages = excluded.languages, revision = nextval('revision'),
              updated_at = greatest(excluded.updated_at, old.created_at)
          WHERE old.document::text <> excluded.document::text
          """,
          "SELECT document FROM candidate WHERE id = :id",
          "DELETE FROM candidate WHERE id = :id",
          "SELECT document FROM candidate ORDER BY id");

  private static final String FILTERED =
      """
      FROM candidate
      WHERE (:location::text IS NULL OR lower(location) = lower(:location))
        AND (:workMode::text IS NULL OR :workMode = ANY (work_modes))
        AND (:language::text IS NULL OR EXISTS (
          SELECT FROM unnest(languages) AS tag
          WHERE lower(tag) = lower(:language) OR starts_with(lower(tag), lower(:language) || '-')))
      """;

  private final DocumentRows<Candidate> rows;
  private final JdbcClient client;
  private final TransactionTemplate transactions;
  private final List<CandidateListener> listeners;
  private final RecordMaking records;
  private final RecordRows recordRows;
  private final ListingRows listings;

  CandidateRepository(
      JdbcTemplate template,
      TransactionTemplate transactions,
      List<CandidateListener> listeners,
      RecordMaking records) {
    rows = new DocumentRows<>(template, STATEMENTS, CandidateRepository::bind);
    client = JdbcClient.create(template);
    this.transactions = transactions;
    this.listeners = List.copyOf(listeners);
    this.records = records;
    recordRows = new RecordRows(template);
    listings = new ListingRows(template);
  }

  private static void bind(PreparedStatement row, Document<Candidate> document, Timestamp now)
      throws SQLException {
    row.setString(1, document.id());
    row.setString(2, document.text());
    row.setBoolean(3, document.content().optedOut());
    row.setString(4, document.text("location").orElse(null));
    row.setObject(5, texts(document, "workModes"));
    row.setObject(6, texts(document, "languages"));
    row.setTimestamp(7, now);
    row.setTimestamp(8, now);
  }

  private static String[] texts(Document<Candidate> document, String field) {
    return document.json().optional(field).stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .map(JsonNode::stringValue)
        .toArray(String[]::new);
  }

  @Override
  public Storing prepare(List<Document<Candidate>> documents, boolean dryRun) {
    if (dryRun) {
      return now -> rows.store(documents, now);
    }
    List<CandidateRecord> prepared = records.of(documents.stream().map(Document::content).toList());
    return now -> store(documents, prepared, now);
  }

  private List<Outcome> store(
      List<Document<Candidate>> documents, List<CandidateRecord> prepared, Instant now) {
    List<Outcome> outcomes = rows.store(documents, now);
    List<CandidateRecord> changed = new ArrayList<>();
    List<Listing> listed = new ArrayList<>();
    List<String> withdrawn = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (outcomes.get(i) != Outcome.UNCHANGED) {
        changed.add(prepared.get(i));
        listed.add(Listing.of(documents.get(i).json()));
      }
      if (outcomes.get(i) == Outcome.REPLACED && documents.get(i).content().optedOut()) {
        withdrawn.add(documents.get(i).id());
      }
    }
    recordRows.store(changed);
    listings.store(listed);
    tell(changed.stream().map(CandidateRecord::id).toList(), withdrawn);
    return outcomes;
  }

  private void tell(List<String> changed, List<String> withdrawn) {
    if (!withdrawn.isEmpty()) {
      listeners.forEach(listener -> listener.withdrawn(withdrawn));
    }
    if (!changed.isEmpty()) {
      recordRows.change(changed);
      listeners.forEach(CandidateListener::changed);
    }
  }

  @Override
  public Optional<String> find(String id) {
    return rows.find(id);
  }

  @Override
  public boolean delete(String id) {
    List<String> erased = List.copyOf(rows.lock(List.of(id)));
    tell(erased, erased);
    if (!erased.isEmpty()) {
      listeners.forEach(listener -> listener.erased(erased));
    }
    return rows.delete(id);
  }

  @Override
  public void forEach(Consumer<String> taker) {
    transactions.executeWithoutResult(_ -> rows.forEach(taker));
  }

  /// How many candidates pass the filters of a query.
  int count(CandidateQuery query) {
    return filtered("SELECT count(*)\n" + FILTERED, query).query(Integer.class).single();
  }

  /// One page of a query, and one document more if there is a next page.
  List<String> page(CandidateQuery query) {
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

  private JdbcClient.StatementSpec filtered(String sql, CandidateQuery query) {
    return client
        .sql(sql)
        .param("location", query.location())
        .param("workMode", query.workMode() == null ? null : query.workMode().name())
        .param("language", query.language());
  }
}
