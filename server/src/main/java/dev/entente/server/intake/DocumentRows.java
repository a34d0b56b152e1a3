package dev.entente.server.intake;

import dev.entente.documents.Document;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How documents become rows and come back, the same for every table of documents; the feature that
/// owns the table gives the SQL. Shared by threads.
///
/// @param <T> what the document says
public final class DocumentRows<T> {
  private static final int FETCHED = 500;

  /// The SQL of one table.
  ///
  /// @param lock selects, in order, and locks the rows whose ids are in the array `:ids`
  /// @param upsert inserts a row, or replaces it where its document differs; its parameters are set
  ///   by the binder
  /// @param find selects the document of `:id`
  /// @param delete deletes the row of `:id`
  /// @param all selects all documents, by id
  public record Statements(String lock, String upsert, String find, String delete, String all) {}

  /// Sets the parameters of an upsert.
  public interface Binder<T> {
    /// Sets all parameters of one row.
    void bind(PreparedStatement statement, Document<T> document, Timestamp now) throws SQLException;
  }

  private final JdbcTemplate template;
  private final JdbcClient client;
  private final Statements statements;
  private final Binder<T> binder;

  /// @param template of the database
  public DocumentRows(JdbcTemplate template, Statements statements, Binder<T> binder) {
    this.template = template;
    client = JdbcClient.create(template);
    this.statements = statements;
    this.binder = binder;
  }

  /// Stores documents in the caller's transaction; see [DocumentTable.Storing#store].
  public List<Outcome> store(List<Document<T>> documents, Instant now) {
    // In one order, so that two who store the same documents wait for each other in turn.
    List<Document<T>> ordered =
        documents.stream().sorted(Comparator.comparing(Document::id)).toList();
    Set<String> before = lock(ordered.stream().map(Document::id).toList());
    Timestamp time = Timestamp.from(now);
    int[] changed =
        Arrays.stream(
                template.batchUpdate(
                    statements.upsert(),
                    ordered,
                    ordered.size(),
                    (statement, document) -> binder.bind(statement, document, time)))
            .flatMapToInt(Arrays::stream)
            .toArray();
    Map<String, Outcome> outcomes = new HashMap<>();
    for (int i = 0; i < changed.length; i++) {
      String id = ordered.get(i).id();
      outcomes.put(id, outcome(changed[i] > 0, before.contains(id)));
    }
    return documents.stream().map(document -> outcomes.get(document.id())).toList();
  }

  private static Outcome outcome(boolean changed, boolean existed) {
    if (!changed) {
      return Outcome.UNCHANGED;
    }
    return existed ? Outcome.REPLACED : Outcome.CREATED;
  }

  /// Locks the rows of ids until the transaction ends, and gives the ids that there are.
  public Set<String> lock(List<String> ids) {
    return new HashSet<>(
        client
            .sql(statements.lock())
            .param("ids", ids.toArray(String[]::new))
            .query((row, _) -> row.getString(1))
            .list());
  }

  /// The document of an id, as text.
  public Optional<String> find(String id) {
    return client.sql(statements.find()).param("id", id).query(String.class).optional();
  }

  /// Deletes a row; false if there was none.
  public boolean delete(String id) {
    return client.sql(statements.delete()).param("id", id).update() == 1;
  }

  /// Gives all documents, some hundred in memory at a time; in a transaction of the caller's.
  public void forEach(Consumer<String> taker) {
    client
        .sql(statements.all())
        .withFetchSize(FETCHED)
        .query((RowCallbackHandler) rows -> taker.accept(rows.getString(1)));
  }
}
