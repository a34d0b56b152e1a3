package dev.entente.server;

import dev.entente.testkit.GeminiBehaviour;
import java.util.concurrent.CountDownLatch;

/// Keeps a stand-in for Gemini from answering until a test lets it.
final class Gate {
  private volatile CountDownLatch closed = new CountDownLatch(0);

  void close() {
    open(); // who waits at the old one
    closed = new CountDownLatch(1);
  }

  void open() {
    closed.countDown();
  }

  /// A behaviour that waits before it.
  GeminiBehaviour before(GeminiBehaviour behaviour) {
    return request -> {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the stand-in is being closed
      }
      return behaviour.answer(request);
    };
  }
}
