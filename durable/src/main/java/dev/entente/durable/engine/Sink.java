package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.remote.server.EventSink;
import java.util.List;

/// Takes what SDKs send. Shared by threads.
record Sink(Units units, Events events) implements EventSink {
  @Override
  public String newId() {
    return Ids.next(units.now());
  }

  @Override
  public void take(List<SentEvent> several) {
    events.take(several);
  }
}
