package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DemoLoadingDatabaseTest {
  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @Test
  void runThatIsDoneAgainAfterACrashIsFollowed() throws Exception {
    api.store(aCandidate("c"));
    api.store(aPosting("p"));
    api.run();

    String going;
    CompletableFuture<GenerationRun> followed;
    try (Held _ = Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p' FOR UPDATE")) {
      going = api.post("/api/runs").json().get("id").stringValue();
      Api.until(() -> service.isWaitingForALock());
      followed = CompletableFuture.supplyAsync(this::load);
      assertThatThrownBy(() -> followed.get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
    }

    assertThat(followed.join().id()).hasToString(going);
    assertThat(followed.join().status()).isEqualTo(RunStatus.COMPLETED);
  }

  private GenerationRun load() {
    try {
      return service.part(DemoLoading.class).loadAndRank();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
