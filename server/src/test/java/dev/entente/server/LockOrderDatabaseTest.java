package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everybody locks a posting before its ranking row, so that nobody dies of another's locks.
class LockOrderDatabaseTest {
  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @BeforeEach
  void rankOne() {
    api.store(aCandidate("c"));
    api.store(aPosting("p"));
    service.settle();
  }

  @Test
  void decisionWaitsForAPostingThatIsBeingChanged() throws SQLException {
    String path = "/api/matching/" + api.list("p").get(0).get("id").stringValue();

    Api.Answer answer =
        whileThePostingIsReplaced(() -> api.patch(path, "{\"status\":\"REJECTED\"}"));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void erasureWaitsForAPostingThatIsBeingChanged() throws SQLException {
    Api.Answer answer = whileThePostingIsReplaced(() -> api.delete("/api/candidates/c"));

    assertThat(answer.status()).isEqualTo(204);
  }

  @Test
  void erasureDoesNotWaitForAListThatHasLeftThePersonOut() throws SQLException {
    String path = "/api/matching/" + api.list("p").get(0).get("id").stringValue();
    api.patch(path, "{\"status\":\"REJECTED\"}");
    service.settle();

    try (Held _ = Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p' FOR UPDATE")) {
      assertThat(api.delete("/api/candidates/c").status()).isEqualTo(204);
    }
  }

  private Api.Answer whileThePostingIsReplaced(Supplier<Api.Answer> request) throws SQLException {
    CompletableFuture<Api.Answer> answer;
    try (Held held = Held.by(service, "SELECT FROM job_posting WHERE id = 'p' FOR UPDATE")) {
      answer = CompletableFuture.supplyAsync(request);
      Api.until(() -> service.isWaitingForALock());
      held.execute("SELECT FROM ranking WHERE job_posting_id = 'p' FOR UPDATE");
    }
    return answer.join();
  }
}
