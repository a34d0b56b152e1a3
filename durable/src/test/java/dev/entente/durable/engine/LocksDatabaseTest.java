package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.jdbc.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Transactions that stand still with locks, as those of a process that is stopped.
final class LocksDatabaseTest {
  // The first of the two would be ended in 10 seconds, and then the second in 10 more.
  private static final Duration MOST = Duration.ofSeconds(9);

  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void oneThatWaitsForAnotherKeepsNobodyWaiting() throws Exception {
    try (EngineDatabase database = EngineDatabase.open()) {
      Thread first = lock(database.database(), "a");
      Thread second = lock(database.database(), "b", "a");

      long start = System.nanoTime();
      database.database().transact(transaction -> transaction.lock("b"));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
      goOn.countDown();
      first.join();
      second.join();
    }
  }

  // Returns when it has the first lock.
  private Thread lock(Database database, String... texts) throws InterruptedException {
    var hasFirst = new CountDownLatch(1);
    Thread thread =
        Thread.startVirtualThread(
            () ->
                database.transact(
                    transaction -> {
                      for (String text : List.of(texts)) {
                        transaction.lock(text);
                        hasFirst.countDown();
                      }
                      awaitEnd();
                    }));
    hasFirst.await();
    return thread;
  }

  private void awaitEnd() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
