package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// With a posting its matchings go, though no key binds them to it.
class DeletedPostingsDatabaseTest {
  private static final long LOCK = 20_261_130;

  private final TestService service = TestService.shared();
  private final Api api = service.api();
  private final JdbcClient database = service.database();

  @BeforeEach
  void list() {
    api.store(aCandidate("c"));
    api.store(aPosting("gone"));
    api.store(aPosting("stays"));
    service.settle();
    assertThat(listed()).containsExactly("gone", "stays");
  }

  @Test
  void onlyMatchingsOfTheDeletedPostingGo() {
    api.delete("/api/postings/gone");

    assertThat(listed()).containsExactly("stays");
  }

  @Test
  void listThatIsBeingWrittenIsNotLeftBehind() throws SQLException {
    database.sql("DELETE FROM \"CandidateMatching\"").update();
    List<CompletableFuture<?>> both = new ArrayList<>();
    try (Trap _ = Trap.waiting(database, LOCK, "UPDATE ON ranking FOR EACH ROW")) {
      try (Held _ = Held.by(service, "SELECT pg_advisory_xact_lock(%d)".formatted(LOCK))) {
        both.add(CompletableFuture.runAsync(() -> api.rank("gone")));
        Api.until(() -> service.waitingForALock() == 1);
        both.add(CompletableFuture.runAsync(() -> api.delete("/api/postings/gone")));
        Api.until(() -> service.waitingForALock() == 2);
      }
      both.forEach(CompletableFuture::join);
    }

    assertThat(api.get("/api/postings/gone").status()).isEqualTo(404);
    assertThat(listed()).isEmpty();
  }

  @Test
  void whoDeletesFromAnOlderSnapshotIsRefused() throws SQLException {
    try (Connection older = service.part(DataSource.class).getConnection();
        Statement statement = older.createStatement()) {
      older.setAutoCommit(false);
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("SELECT FROM job_posting");
      api.rank("gone");

      assertThatThrownBy(() -> statement.execute("DELETE FROM job_posting WHERE id = 'gone'"))
          .hasMessageContaining("could not serialize");

      older.rollback();
      older.setAutoCommit(true);
    }
    assertThat(listed()).containsExactly("gone", "stays");
  }

  @Test
  void noMatchingOutlivesAllPostings() {
    database.sql("TRUNCATE job_posting CASCADE").update();

    assertThat(listed()).isEmpty();
  }

  private List<String> listed() {
    return database
        .sql("SELECT \"jobPostingId\" FROM \"CandidateMatching\" ORDER BY 1")
        .query((row, _) -> row.getString(1))
        .list();
  }
}
