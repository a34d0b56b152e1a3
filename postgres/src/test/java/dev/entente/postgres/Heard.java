package dev.entente.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a listener heard, to be waited for.
final class Heard implements PostgresListener {
  private final LinkedBlockingQueue<PostgresEvent> events = new LinkedBlockingQueue<>();

  @Override
  public void happened(PostgresEvent event) {
    events.add(event);
  }

  List<PostgresEvent> soFar() {
    return List.copyOf(events);
  }

  /// Waits for an event of a kind; those before it are forgotten.
  <T extends PostgresEvent> T next(Class<T> kind, Duration atMost) throws InterruptedException {
    PostgresEvent event;
    do {
      event = events.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        throw new AssertionError("not heard: " + kind.getSimpleName());
      }
    } while (!kind.isInstance(event));
    return kind.cast(event);
  }
}
