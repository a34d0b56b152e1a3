package dev.entente.server.postings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A job posting as it is stored.
///
/// @param companyId whose it is
/// @param revision of its document
/// @param document as text
public record StoredPosting(
    String id, String companyId, long revision, boolean active, String document) {
  private static StoredPosting of(ResultSet row, int number) throws SQLException {
    return new StoredPosting(
        row.getString("id"),
        row.getString("company_id"),
        row.getLong("revision"),
        row.getBoolean("active"),
        row.getString("document"));
  }

  /// Finds stored postings. Runs in the caller's transaction, if there is one.
  @Component
  public static class Finder {
    private static final String COLUMNS =
        "SELECT id, company_id, revision, active, document FROM job_posting\n";

    private static final String FINGERPRINT =
        """
        SELECT count(*) || ' ' || coalesce(bit_xor(hashtextextended(id, revision)), 0)
        FROM job_posting WHERE active
        """;

    // A row that is not there yet cannot be locked.
    private static final String LOCK_ID =
        "SELECT pg_advisory_xact_lock(hashtextextended('entente.posting ' || :id, 0))";

    private final JdbcClient client;

    Finder(JdbcClient client) {
      this.client = client;
    }

    /// The posting of an id.
    public Optional<StoredPosting> find(String id) {
      return client
          .sql(COLUMNS + "WHERE id = :id")
          .param("id", id)
          .query(StoredPosting::of)
          .optional();
    }

    /// Keeps others who call this from storing a posting of an id until the caller's transaction
    /// ends; one that is there is kept from all.
    ///
    /// @return the revision of its document; empty if there is no such posting
    public Optional<Long> lock(String id) {
      client.sql(LOCK_ID).param("id", id).query((_, _) -> true).list();
      return client
          .sql("SELECT revision FROM job_posting WHERE id = :id FOR UPDATE")
          .param("id", id)
          .query(Long.class)
          .optional();
    }

    /// Which of some postings there are, and whether each is active.
    public Map<String, Boolean> activity(List<String> ids) {
      Map<String, Boolean> known = new HashMap<>();
      client
          .sql("SELECT id, active FROM job_posting WHERE id = ANY (:ids)")
          .param("ids", ids.toArray(String[]::new))
          .query((RowCallbackHandler) row -> known.put(row.getString(1), row.getBoolean(2)));
      return known;
    }

    /// All active postings, by id.
    public List<StoredPosting> listActive() {
      return client.sql(COLUMNS + "WHERE active ORDER BY id").query(StoredPosting::of).list();
    }

    /// What tells all active postings and their documents from any others.
    public String activeFingerprint() {
      return client.sql(FINGERPRINT).query(String.class).single();
    }

    /// The ids of all active postings, in order.
    public List<String> listActiveIds() {
      return client
          .sql("SELECT id FROM job_posting WHERE active ORDER BY id")
          .query((row, _) -> row.getString(1))
          .list();
    }

    /// Those of some postings that are active, by id, kept from being changed until the caller's
    /// transaction ends.
    public List<StoredPosting> lockActive(List<String> ids) {
      return client
          .sql(COLUMNS + "WHERE active AND id = ANY (:ids) ORDER BY id FOR SHARE")
          .param("ids", ids.toArray(String[]::new))
          .query(StoredPosting::of)
          .list();
    }
  }
}
