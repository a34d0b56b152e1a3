package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.generation.RunLauncher;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Runs one behind the other.
class ConsecutiveRunsDatabaseTest {
  private static final List<String> ENDED = List.of("COMPLETED", "FAILED", "CANCELLED");
  private static final int RUNS = 20;

  private final TestService service = TestService.shared();
  private final RunLauncher launcher = service.part(RunLauncher.class);

  @Test
  void whoSawTheEndOfARunMayStartTheNextAtOnce() {
    for (int i = 0; i < RUNS; i++) {
      UUID run = launcher.start("TEST").id();
      while (!ENDED.contains(status(run))) {
        Thread.onSpinWait(); // to be there in the very moment
      }

      assertThat(status(run)).isEqualTo("COMPLETED");
    }
  }

  private String status(UUID run) {
    return service
        .database()
        .sql("SELECT status FROM generation_run WHERE id = :id")
        .param("id", run)
        .query(String.class)
        .single();
  }
}
