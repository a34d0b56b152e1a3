package dev.entente.server;

import java.util.concurrent.CountDownLatch;

/// Keeps a service until the process is asked to end, and then stops it in order.
final class Lifetime {
  private final CountDownLatch ended = new CountDownLatch(1);

  Lifetime(RunningService service) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      service.close();
                      ended.countDown();
                    }));
  }

  /// Waits for the end.
  void await() throws InterruptedException {
    ended.await();
  }
}
